/** A draft of an e-mail, to be opened in the reader's own program; `X-Unsent` makes it a draft there. */
export interface Draft {
  to: string;
  subject: string;
  text: string;
  /** An iTIP message (RFC 6047). */
  ics: string;
  method: string;
}

const base64 = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
};
const folded = (text: string) => base64(text).replace(/.{76}(?=.)/g, "$&\r\n");
/** No line break may open a header of its own. */
const oneLine = (text: string) => text.replace(/[\r\n\u0000]+/g, " ").trim();

/** RFC 2047: words of at most 45 bytes, cut between characters. */
function encoded(text: string): string {
  const words: string[] = [""];
  for (const character of oneLine(text)) {
    const longer = words.at(-1)! + character;
    if (new TextEncoder().encode(longer).length > 45) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${base64(word)}?=`).join("\r\n ");
}

export function emlOf({ to, subject, text, ics, method }: Draft, boundary: string): string {
  const part = (type: string, body: string, more: string[] = []) =>
    [`--${boundary}`, `Content-Type: ${type}`, "Content-Transfer-Encoding: base64", ...more, "", folded(body)].join(
      "\r\n",
    );
  return [
    `To: ${oneLine(to).replace(/[^\x21-\x7e]/g, "")}`,
    `Subject: ${encoded(subject)}`,
    "X-Unsent: 1",
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    part("text/plain; charset=utf-8", text),
    part(`text/calendar; charset=utf-8; method=${method.replace(/[^A-Z]/g, "")}`, ics, [
      'Content-Disposition: attachment; filename="invite.ics"',
    ]),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}
