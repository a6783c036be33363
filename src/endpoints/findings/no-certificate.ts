import { findNoCertificate } from '../../certificates/material/absent.ts';
import type { FileEvidence } from './file-evidence.ts';
import type { FindingRule } from './finding-rule.ts';
import { describeError } from './material-rule.ts';

export const noCertificate: FindingRule<FileEvidence> = {
  id: 'no-certificate',
  citation: 'RFC 8446 §4.4.2',
  applies: () => true,
  evaluate({ bundle }) {
    const error = findNoCertificate(bundle);
    return error ? [describeError(error)] : [];
  },
};
