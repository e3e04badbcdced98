import reader from "@kenjiuno/msgreader";
import { textOfHtml, type Email } from "./email-mime";

/** Node imports a CommonJS module around its default; a bundler imports the default itself. */
const MsgReader: typeof reader = Reflect.get(reader, "default") ?? reader;

/** Reads a message of Outlook, [MS-OXMSG]. Null where the container holds none. */
export async function readOutlook(bytes: Uint8Array): Promise<Email | null> {
  const fields = parseContainer(bytes);
  if (!fields || fields.error !== undefined) return null;
  const address = fields.senderSmtpAddress ?? fields.creatorSMTPAddress ?? fields.senderEmail ?? "";
  const html = fields.bodyHtml ?? new TextDecoder().decode(fields.html);
  return {
    sender: fields.senderName || address,
    // An address of Exchange's own directory, "/o=Orvelle/…", is nobody's outside it.
    address: address.includes("@") ? address : "",
    subject: fields.subject ?? "",
    at: instantOf(fields.messageDeliveryTime) ?? instantOf(fields.clientSubmitTime),
    text: fields.body || (await textOfHtml(html)),
  };
}

function parseContainer(bytes: Uint8Array) {
  const { buffer, byteOffset, byteLength } = Buffer.from(bytes);
  try {
    return new MsgReader(new DataView(buffer, byteOffset, byteLength)).getFileData();
  } catch {
    return null;
  }
}

/** Milliseconds; the library gives the UTC text of an HTTP date. */
function instantOf(stated: string | undefined): number | null {
  const at = Date.parse(stated ?? "");
  return Number.isNaN(at) ? null : at;
}
