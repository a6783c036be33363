import { findNoKey } from '../../certificates/material/absent.ts';
import type { FileEvidence } from './file-evidence.ts';
import type { FindingRule } from './finding-rule.ts';
import { describeError, materialRule } from './material-rule.ts';

const read = materialRule('malformed-pem', 'RFC 7468 §2');

/** PEM that is broken, or that most programs stumble over; also a file without the key that it should hold. */
export const malformedPem: FindingRule<FileEvidence> = {
  ...read,
  evaluate(evidence) {
    const noKey = evidence.keyFile && findNoKey(evidence.keyFile);
    return [...read.evaluate(evidence), ...(noKey ? [describeError(noKey)] : [])];
  },
};
