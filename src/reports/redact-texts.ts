import { redact } from '../errors/redaction.ts';

/**
 * A copy of plain JSON data with every secret blanked, text by text: over the whole, what a peer sends could make the
 * blanking run into what follows.
 */
export function redactTexts<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data), redactText) as Data;
}

function redactText(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? redact(value) : value;
}
