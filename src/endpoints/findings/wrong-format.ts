import { materialRule } from './material-rule.ts';

/** DER, PKCS#7, PKCS#12 and the like, where servers want PEM. */
export const wrongFormat = materialRule('wrong-format', 'RFC 7468 §5');
