/** A file holds at most so many messages; the rest is brought in another. */
const MOST_MESSAGES = 200;

/** How Outlook's own format begins (an OLE2 file): it is no message as it was sent. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The messages of a file: one (`.eml`), or those of a mailbox (`.mbox`, RFC 4155), where each begins with a line
 * "From ". Else why not.
 */
export function splitMessages(file: Uint8Array): Uint8Array[] | "notMail" | "outlook" | "tooManyMessages" {
  if (OLE2.every((byte, at) => file[at] === byte)) return "outlook";
  const bytes = Buffer.from(file);
  if (bytes.subarray(0, 5).toString("latin1") !== "From ") return isMessage(bytes) ? [bytes] : "notMail";
  const starts = startsOf(bytes);
  if (starts.length > MOST_MESSAGES) return "tooManyMessages";
  const messages = starts.map((start, index) => bytes.subarray(afterLine(bytes, start), starts[index + 1]));
  return messages.some(isMessage) ? messages.filter(isMessage) : "notMail";
}

/** Where each message's "From " line begins: at the start, and after an empty line. */
function startsOf(bytes: Buffer): number[] {
  const starts = [0];
  for (
    let at = bytes.indexOf("\nFrom ");
    at >= 0 && starts.length <= MOST_MESSAGES;
    at = bytes.indexOf("\nFrom ", at + 1)
  )
    if (bytes[at - 1] === 0x0a || (bytes[at - 1] === 0x0d && bytes[at - 2] === 0x0a)) starts.push(at + 1);
  return starts;
}

function afterLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf("\n", from);
  return end < 0 ? bytes.length : end + 1;
}

/** A message begins with a field: a name of printable characters, and a colon. */
function isMessage(bytes: Buffer): boolean {
  return /^[!-9;-~]{1,76}:/.test(bytes.subarray(0, 100).toString("latin1"));
}
