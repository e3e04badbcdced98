import { readMime, type Email } from "./email-mime";
import { readOutlook } from "./email-outlook";

const LONGEST_LINE = 300;
/** Characters; a form takes fewer, and says so itself. */
const LONGEST_TEXT = 100_000;

/** [MS-CFB]: Outlook's own container. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads a message of RFC 5322 or of Outlook. Null where the bytes are none. */
export async function parseEmail(bytes: Uint8Array): Promise<Email | null> {
  const isOutlook = COMPOUND.every((byte, at) => bytes[at] === byte);
  const email = isOutlook ? await readOutlook(bytes) : await readMime(Buffer.from(bytes));
  return email && bounded(email);
}

/** PostgreSQL's texts hold no NUL. */
function bounded({ sender, address, subject, at, text }: Email): Email {
  const line = (words: string) =>
    words
      .replace(/[\0\s]+/g, " ")
      .trim()
      .slice(0, LONGEST_LINE);
  return {
    sender: line(sender),
    address: line(address),
    subject: line(subject),
    at,
    text: text.replaceAll("\0", "").replace(/\r\n?/g, "\n").trim().slice(0, LONGEST_TEXT),
  };
}
