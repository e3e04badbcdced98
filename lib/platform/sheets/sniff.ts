import { decodeEightBit, findEightBit, type EightBit } from "./eight-bit";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | EightBit;
export type NotText =
  "isXls" | "isEncrypted" | "isPdf" | "isZip" | "isMarkup" | "isJson" | "isRegisterJson" | "notText";

const SAMPLE = 8192;

/** First bytes of PNG, JPEG, GIF, TIFF, gzip, 7z, RAR and RTF: however short, none of them has a table. */
const OTHER_KINDS = /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|\x1f\x8b|7z\xbc\xaf|Rar!|\{\\rtf)/;

/** Detects a format that is no text: a key of `refusals`. Null where the bytes may be text. */
export function findForeignFormat(bytes: Uint8Array): NotText | null {
  const start = latin(bytes.subarray(0, SAMPLE));
  if (start.startsWith("%PDF")) return "isPdf";
  if (start.startsWith("\xd0\xcf\x11\xe0")) return kindOfContainer(bytes);
  if (BARE_XLS.test(start)) return "isXls";
  if (isArchive(bytes)) return "isZip";
  if (OTHER_KINDS.test(start)) return "notText";
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)[\s>]/i.test(start)) return "isMarkup";
  if (!/^(?:\xef\xbb\xbf)?\s*[{[]\s*["{[\]}]/.test(start)) return null;
  return /"format"\s*:\s*"amana-register\//.test(start) ? "isRegisterJson" : "isJson";
}

/** True for what begins as a ZIP does, whatever its name: XLSX and ODS are such archives. */
export function isArchive(bytes: Uint8Array): boolean {
  return /^PK(?:\x03\x04|\x05\x06)/.test(latin(bytes.subarray(0, 4)));
}

/** The first record of Excel 2 to 5 outside any container: its versions and the length of each. */
const BARE_XLS = /^\x09(?:\x00\x04|\x02\x06|\x04\x06|\x08[\x06\x08])\x00/;

/**
 * An old container holds a workbook, or a new one with a password; a letter of Word or a message of Outlook is in one too. Its
 * parts are named in UTF-16.
 */
function kindOfContainer(bytes: Uint8Array): NotText {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const holds = (name: string) => whole.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage")) return "isEncrypted";
  return holds("WordDocument") || holds("__substg1.0_") || holds("PowerPoint Document") ? "notText" : "isXls";
}

/**
 * The text of a file and how it was encoded, byte order mark aside; as a person says, or as its bytes tell, where `isSure`
 * is false while another encoding reads them nearly as well. Null when it is no text.
 */
export function decodeText(
  bytes: Uint8Array,
  chosen: Encoding | null = null,
): { text: string; encoding: Encoding; isSure: boolean } | null {
  const { encoding, isSure } = chosen ? { encoding: chosen, isSure: true } : findEncoding(bytes);
  const decoded =
    encoding === "windows-1252" ? decodeEightBit(bytes, encoding) : new TextDecoder(encoding).decode(bytes);
  const text = decoded.replace(/^\ufeff/, "");
  return chosen === null && hasTooManyControls(text) ? null : { text, encoding, isSure };
}

function findEncoding(bytes: Uint8Array): { encoding: Encoding; isSure: boolean } {
  const sure = (encoding: Encoding) => ({ encoding, isSure: true });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure("utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure("utf-16be");
  const unmarked = findUnmarkedUtf16(bytes);
  if (unmarked) return sure(unmarked);
  return isMostlyUtf8(bytes) ? sure("utf-8") : findEightBit(bytes);
}

/**
 * ASCII in UTF-16 is a null byte beside an ordinary one, always on the same side. A line end written so settles it;
 * a single line needs more of them.
 */
function findUnmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  const nulls = { even: 0, odd: 0 };
  sample.forEach((byte, index) => {
    if (byte === 0) nulls[index % 2 ? "odd" : "even"] += 1;
  });
  if (bytes.length % 2 || nulls.even > 0 === nulls.odd > 0) return null;
  const encoding = nulls.odd > 0 ? "utf-16le" : "utf-16be";
  const isLined = new TextDecoder(encoding).decode(sample).includes("\n");
  return isLined || nulls.even + nulls.odd > sample.length / 4 ? encoding : null;
}

/** A stray byte makes nothing of the other letters another encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let [bad, good] = [0, 0];
  const text = new TextDecoder("utf-8").decode(bytes);
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\ufffd") bad += 1;
    else if (text.charCodeAt(at) > 0x7f) good += 1;
  }
  return good >= bad * GOOD_PER_BAD;
}

const GOOD_PER_BAD = 4;
/**
 * A picture or a program has controls everywhere, one byte in ten; rows that were pasted from elsewhere may hold one each,
 * which its reader marks.
 */
function hasTooManyControls(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const controls = [...sample].filter((character) => isControl(character.charCodeAt(0))).length;
  return controls > Math.max(32, sample.length / 50);
}

function isControl(point: number): boolean {
  return point < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a].includes(point);
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
