import type { Sniffed } from "./document-type";
import { sniffDocx } from "./sniff-docx";
import { sniffImage } from "./sniff-image";

/** PDF, DOCX, PNG, JPEG, WebP or a message of either kind, whatever its name and its sender say of it. */
export async function sniffDocument(bytes: Uint8Array): Promise<Sniffed> {
  if (startsWith(bytes, "PK\x03\x04")) return readDocx(bytes);
  const sniffed = readPlain(bytes);
  return sniffed.includes("/") && (endsAsZip(bytes) || isAlsoPdf(bytes, sniffed)) ? "polyglot" : sniffed;
}

function readPlain(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, "%PDF-")) return readPdf(bytes);
  if (startsWith(bytes, COMPOUND)) return readCompound(bytes);
  if (startsWith(bytes, "RIFF") && latin(bytes, 8, 12) === "WEBP") return readWebp(bytes);
  const image = sniffImage(bytes);
  if (typeof image === "object") return image.contentType === "image/png" ? readPng(bytes) : "image/jpeg";
  if (image === "broken") return image;
  // A message may carry a drawing: what it is shows in its first lines.
  return isMessage(bytes) ? "message/rfc822" : image;
}

/** [MS-CFB]: what Outlook, and Office before 2007, put their streams into. */
const COMPOUND = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

/** A header, a table of sectors and a directory, 512 bytes each. */
const SMALLEST_COMPOUND = 3 * 512;

/** [MS-OXMSG]: a message has a stream of properties; a document of Office has none, and may carry macros. */
function readCompound(bytes: Uint8Array): Sniffed {
  if (bytes.length < SMALLEST_COMPOUND) return "broken";
  const { buffer, byteOffset, byteLength } = bytes;
  const isMessage = Buffer.from(buffer, byteOffset, byteLength).includes(
    "__properties_version1.0",
    0,
    "utf16le",
  );
  return isMessage ? "application/vnd.ms-outlook" : "type";
}

const DOCX_REFUSALS = {
  brokenZip: "broken",
  unsafeZip: "broken",
  tooManyParts: "bomb",
  unpacksTooLarge: "bomb",
  isEncrypted: "encrypted",
  hasMacros: "macros",
  notDocx: "type",
} as const;

async function readDocx(bytes: Uint8Array): Promise<Sniffed> {
  if (isAlsoPdf(bytes)) return "polyglot";
  const verdict = await sniffDocx(bytes);
  if (verdict !== "docx") return DOCX_REFUSALS[verdict];
  return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}

/** Accepts a PDF from its first byte to its end mark, with nothing appended. */
function readPdf(bytes: Uint8Array): Sniffed {
  if (!/^%PDF-[12]\.\d/.test(latin(bytes, 0, 8))) return "broken";
  const tail = latin(bytes, Math.max(0, bytes.length - 2048), bytes.length);
  const end = tail.lastIndexOf("%%EOF");
  if (end < 0) return "broken";
  return /^[\s\0]*$/.test(tail.slice(end + 5)) ? "application/pdf" : "polyglot";
}

/** Walks the chunks: the last is IEND, and the file ends with it. */
function readPng(bytes: Uint8Array): Sniffed {
  const view = viewOf(bytes);
  for (let at = 8; at + 12 <= bytes.length;) {
    const next = at + 12 + view.getUint32(at);
    if (latin(bytes, at + 4, at + 8) === "IEND") return next === bytes.length ? "image/png" : "polyglot";
    at = next;
  }
  return "broken";
}

/** RIFF says how long it is, rounded up to an even number of bytes. */
function readWebp(bytes: Uint8Array): Sniffed {
  const stated = viewOf(bytes).getUint32(4, true) + 8;
  if (!/^VP8[ LX]$/.test(latin(bytes, 12, 16)) || stated > bytes.length + 1) return "broken";
  return stated + (stated % 2) >= bytes.length ? "image/webp" : "polyglot";
}

const MOST_HEADERS = 256 * 1024;

/** RFC 5322: lines "Name: value" up to an empty one, somebody it is from and when; no NUL in the whole of it. */
function isMessage(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  const [head = ""] = latin(bytes, 0, MOST_HEADERS).split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n/);
  if (!lines.every((line, index) => FIELD.test(line) || (index > 0 && /^[ \t]/.test(line)))) return false;
  const names = new Set(lines.map((line) => FIELD.exec(line)?.[1]?.toLowerCase()));
  return names.has("from") && (names.has("date") || names.has("received")) && ADDRESSED.some(has(names));
}

const FIELD = /^([!-9;-~]+):/;
const ADDRESSED = ["to", "cc", "bcc", "subject", "message-id"];
const has = (names: ReadonlySet<string | undefined>) => (name: string) => names.has(name);

/** Programs look for a PDF in the first kilobyte, and not at its beginning alone. */
function isAlsoPdf(bytes: Uint8Array, sniffed = ""): boolean {
  return sniffed !== "application/pdf" && latin(bytes, 0, 1024).includes("%PDF-");
}

/** An archive is read from its end: a record there, with a comment that reaches the last byte. */
function endsAsZip(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at) !== 0x504b0506) continue;
    if (at + 22 + view.getUint16(at + 20, true) === bytes.length) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return latin(bytes, 0, signature.length) === signature;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  const { buffer, byteOffset, length } = bytes.subarray(from, to);
  return Buffer.from(buffer, byteOffset, length).toString("latin1");
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
