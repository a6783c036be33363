import { inspect } from 'node:util';
import { registerSecret } from './redaction.ts';

/**
 * A private key, token or access key secret. It prints `***` wherever it is shown, and its value is
 * registered for redaction the moment it is wrapped; only `reveal()` gives it out.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
    registerSecret(value);
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [inspect.custom](): string {
    return '***';
  }
}
