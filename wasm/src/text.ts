import { unpack } from './packed.js';
import { notJsonError, RelaisError, type ErrorData } from './error.js';

/** From this many UTF-16 units on, a member `text` goes as it is. */
const longText = 2000;

/**
 * The text of parameters as the core takes it: JSON and, behind a NUL, a long member `text`, which then is neither
 * escaped nor unescaped.
 */
export function writeParams(params: unknown): string {
  if (typeof params !== 'object' || params === null || Array.isArray(params)) return writeJson(params);
  const { text, ...rest } = params as { text?: unknown };
  if (typeof text !== 'string' || text.length < longText || 'toJSON' in params) return writeJson(params);
  return `${writeJson(rest)}\0${text}`;
}

/**
 * The JSON text of parameters. A lone surrogate, which UTF-8 cannot carry and the core would refuse, becomes U+FFFD
 * as `String.prototype.toWellFormed` has it; `JSON.stringify` has written it as an escape. Throws where a value has no
 * JSON: a circle, a BigInt.
 */
function writeJson(params: unknown): string {
  const text = stringify(params) ?? '{}';
  if (!text.includes('\\ud')) return text;
  return text.replace(/\\(?:ud[89a-f][0-9a-f]{2}|[^])/g, (escape) => (escape.startsWith('\\ud') ? '\ufffd' : escape));
}

function stringify(params: unknown): string | undefined {
  try {
    return JSON.stringify(params);
  } catch (cause) {
    throw notJsonError(cause);
  }
}

/** The result in `{"result": …}`, put together with what stands beside it; throws the error in `{"error": …}`. */
export function readAnswer(text: string): unknown {
  // JSON has no NUL: it would be an escape.
  const end = text.indexOf('\0');
  const answer = JSON.parse(end < 0 ? text : text.slice(0, end)) as { result?: unknown; error?: ErrorData };
  if (answer.error) throw new RelaisError(answer.error);
  return end < 0 ? answer.result : unpack(answer.result as object, text.slice(end + 1));
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
