import { materialRule } from './material-rule.ts';

/** What stands in a file as a certificate is none that can be read. */
export const unreadableFileCertificate = materialRule('malformed-certificate', 'RFC 5280 §4.1');
