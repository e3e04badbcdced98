/** Limit of messages per file. */
const MOST_MESSAGES = 200;

/** Signature of Outlook's own format (OLE2), which is refused. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Splits an `.eml` or an `.mbox` (RFC 4155), whose messages begin with a "From " line. Returns the refusal otherwise.
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

/** Offsets of "From " lines, at the start or after an empty line. */
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

/** Requires a field name of printable characters and a colon. */
function isMessage(bytes: Buffer): boolean {
  return /^[!-9;-~]{1,76}:/.test(bytes.subarray(0, 100).toString("latin1"));
}
