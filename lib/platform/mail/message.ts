import { createHash } from "node:crypto";
import { simpleParser, type ParsedMail } from "mailparser";
import { itemAt } from "@/lib/domain/invariant/required";

/** Bytes read of a returned message: the machine-readable part precedes the returned original. */
export const READ_BYTES = 512 * 1024;

/** A message that came to us, as far as a return is read of it. */
export type IncomingMessage = {
  /** SHA-256 of the part that is read, in hex: the same message is known again. */
  digest: string;
  sender: string;
  /** The first address of its From field; "" where there is none. */
  from: string;
  /** True for what a machine sent, RFC 3834: an absence is nobody's word. */
  isAutomatic: boolean;
  subject: string;
  /** Date field, in milliseconds. */
  at: number | null;
  /** The machine's part of a delivery status notification, RFC 3464; null in any other message. */
  deliveryStatus: string | null;
  /** Addresses that could not be reached, by servers that write no such part (Exim). */
  failedRecipients: string;
  /** Message-IDs that stand in its body: of what came back. */
  quotedIds: string[];
  /** Message-IDs that it answers, by its own header. */
  answeredIds: string[];
};

const STATUS_TYPES = ["message/delivery-status", "message/global-delivery-status"];
const MOST_IDS = 20;
const LONGEST = 300;

/** Reads a message, at most its first half megabyte. Null where it is none that can be read. */
export async function parseMessage(whole: Uint8Array): Promise<IncomingMessage | null> {
  const bytes = Buffer.from(whole.subarray(0, READ_BYTES));
  const mail = await readMime(bytes);
  if (!mail || mail.headers.size === 0) return null;
  const isReport = reportTypeOf(mail) === "delivery-status";
  const status = isReport && mail.attachments.find(({ contentType }) => STATUS_TYPES.includes(contentType));
  return {
    digest: createHash("sha256").update(bytes).digest("hex"),
    sender: (mail.from?.text ?? "").slice(0, LONGEST),
    from: mail.from?.value[0]?.address ?? "",
    isAutomatic: !["", "no"].includes(
      String(mail.headers.get("auto-submitted") ?? "")
        .trim()
        .toLowerCase(),
    ),
    subject: (mail.subject ?? "").slice(0, LONGEST),
    at: mail.date ? mail.date.getTime() : null,
    deliveryStatus: status ? status.content.toString("utf8") : null,
    failedRecipients: String(mail.headers.get("x-failed-recipients") ?? "").slice(0, LONGEST),
    quotedIds: quotedIdsOf(bytes.toString("latin1")),
    answeredIds: [mail.inReplyTo ?? [], mail.references ?? []].flat().slice(0, MOST_IDS),
  };
}

/** Renders nothing and makes no links. The library refuses excessive nesting and length. */
async function readMime(bytes: Buffer): Promise<ParsedMail | null> {
  try {
    return await simpleParser(bytes, {
      keepDeliveryStatus: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      skipTextLinks: true,
    });
  } catch {
    return null;
  }
}

function reportTypeOf({ headers }: ParsedMail): string | undefined {
  const type = headers.get("content-type");
  if (!type || typeof type !== "object" || !("params" in type) || type.value !== "multipart/report")
    return undefined;
  return new Map(Object.entries(type.params)).get("report-type")?.toLowerCase();
}

/** Finds ids after the message's own header: the original is returned as a part, or as text. */
function quotedIdsOf(text: string): string[] {
  const body = text.slice(Math.max(text.search(/\r?\n\r?\n/), 0));
  const found = body.matchAll(/^[> \t]{0,4}Message-ID:\s{0,4}(<[^<>\s]{1,200}>)/gim);
  return [...new Set([...found].slice(0, MOST_IDS).map((match) => itemAt(match, 1)))];
}
