/** An error as the core says it. */
export interface ErrorData {
  code: string;
  message: string;
  args?: Record<string, string | number>;
  path?: string;
  expected?: string;
}

/** Every failure that an operation can answer. Programs test `code`; people read `message`. */
export class RelaisError extends Error {
  override readonly name = 'RelaisError';
  /** Stable: `missing-member`, `out-of-range`, … */
  readonly code: string;
  /** What completes the sentence of the code, in any language: ids, numbers, limits. */
  readonly args: Record<string, string | number>;
  /** Where: a JSON Pointer into the parameters, or `line:column` of a text, from 1. Empty where no place is wrong. */
  readonly path: string;
  /** What would have been right, in a few English words; may be empty. */
  readonly expected: string;

  readonly #data: ErrorData;

  constructor(data: ErrorData, options?: ErrorOptions) {
    super(data.path ? `${data.message} (${data.path})` : data.message, options);
    this.#data = data;
    this.code = data.code;
    this.args = data.args ?? {};
    this.path = data.path ?? '';
    this.expected = data.expected ?? '';
  }

  /** As the core said it. */
  toJSON(): ErrorData {
    return this.#data;
  }
}

/** The module met something that it should not have: a trap, or memory that could not be had. */
export function internalError(cause: unknown): RelaisError {
  const message = 'Relais failed; this is a fault of Relais, not of the input.';
  return new RelaisError({ code: 'internal', message }, { cause });
}

/** A worker that was closed, or died, with calls still open. */
export function cancelledError(cause?: unknown): RelaisError {
  return new RelaisError({ code: 'cancelled', message: 'The work was cancelled.' }, { cause });
}

/** Parameters that JSON cannot hold. */
export function notJsonError(cause: unknown): RelaisError {
  const expected = 'values that JSON can hold: no circle, no BigInt';
  return new RelaisError({ code: 'invalid-json', message: 'This is not JSON.', expected }, { cause });
}
