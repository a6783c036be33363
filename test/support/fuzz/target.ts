import type { ErrorCode } from '../../../src/errors/catalogue.ts';
import type { Random } from './random.ts';

/** One hostile input: the parts that a target takes, such as the certificates of a chain. */
export type Input = readonly Buffer[];

/** A reader of what others wrote, and how to make things for it to read. */
export interface FuzzTarget {
  readonly name: string;
  /** Errors that an input may end with; anything else that is thrown is a defect. */
  readonly codes: readonly ErrorCode[];
  /** Cases of the short run. */
  readonly cases: number;
  prepare(): PreparedTarget | Promise<PreparedTarget>;
}

export interface PreparedTarget {
  /** The same for the same state of `random`, on every machine. */
  generate(random: Random): Input;
  /** Reads `input`. @throws Error also when what was read contradicts itself */
  run(input: Input): unknown;
  /** Text of the input that no error may repeat. */
  secretsIn?(input: Input): readonly string[];
  close?(): Promise<void>;
}
