import { expect } from 'vitest';
import { AppError } from '../../src/errors/app-error.ts';
import type { ErrorCode } from '../../src/errors/catalogue.ts';

/** Checks that `run` throws the catalogue's error `code`, and gives it back for more. */
export function expectError(run: () => unknown, code: ErrorCode): AppError {
  const error = thrownBy(run);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code });
  return error as AppError;
}

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
