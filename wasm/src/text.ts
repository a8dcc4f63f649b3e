import { RelaisError, type ErrorData } from './error.js';

/**
 * The JSON text of parameters. A lone surrogate, which UTF-8 cannot carry and the core would refuse, becomes U+FFFD
 * as `String.prototype.toWellFormed` has it; `JSON.stringify` has written it as an escape.
 */
export function writeParams(params: unknown): string {
  const text = JSON.stringify(params) ?? '{}';
  if (!text.includes('\\ud')) return text;
  return text.replace(/\\(?:ud[89a-f][0-9a-f]{2}|[^])/g, (escape) => (escape.startsWith('\\ud') ? '\ufffd' : escape));
}

/** The result in `{"result": …}`; throws the error in `{"error": …}`. */
export function readAnswer(text: string): unknown {
  const answer = JSON.parse(text) as { result?: unknown; error?: ErrorData };
  if (answer.error) throw new RelaisError(answer.error);
  return answer.result;
}

/** Bytes of a well-formed text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; ++i) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit & 0xf800) === 0xd800 ? 2 : 3;
  }
  return bytes;
}
