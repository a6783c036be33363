import { materialRule } from './material-rule.ts';

export const encryptedKey = materialRule('encrypted-key', 'RFC 7468 §11');
