import { simpleParser, type ParsedMail } from "mailparser";

/** An e-mail that somebody brings as a document, as far as a form may be filled from it. Nothing of it is proven. */
export type Email = {
  /** Name of the sender, else its address, as the message states them. */
  sender: string;
  address: string;
  subject: string;
  /** Instant at which the last server took it, else of its Date field, in milliseconds; null where neither is read. */
  at: number | null;
  /** Plain text, lines ended by "\n"; that of the HTML where there is no other. */
  text: string;
};

/** Reads a message of RFC 5322. Null where the bytes are none. */
export async function readMime(bytes: Buffer): Promise<Email | null> {
  const mail = await parseMime(bytes);
  if (!mail || mail.headers.size === 0) return null;
  const from = mail.from?.value[0];
  return {
    sender: from?.name || from?.address || "",
    address: from?.address ?? "",
    subject: mail.subject ?? "",
    at: receivedAt(mail) ?? mail.date?.getTime() ?? null,
    text: mail.text ?? "",
  };
}

/** Reads the words of a body in HTML. */
export async function textOfHtml(html: string): Promise<string> {
  const message = Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`);
  return (await parseMime(message))?.text ?? "";
}

/** Makes no links and renders nothing. The library refuses excessive nesting and length. */
async function parseMime(bytes: Buffer): Promise<ParsedMail | null> {
  try {
    return await simpleParser(bytes, { skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true });
  } catch {
    return null;
  }
}

/** RFC 5321: each server puts its line first, with the instant after the last semicolon. */
function receivedAt({ headerLines }: ParsedMail): number | null {
  const first = headerLines.find(({ key }) => key === "received")?.line ?? "";
  const stated = first.includes(";") ? first.slice(first.lastIndexOf(";") + 1) : "";
  const at = Date.parse(stated.replace(/\([^()]*\)/g, " ").trim());
  return Number.isNaN(at) ? null : at;
}
