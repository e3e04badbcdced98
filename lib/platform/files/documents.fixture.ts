import { zipOf, type Part } from "@/lib/platform/sheets/zip.fixture";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

/** A PDF of one empty page. */
export const PDF = bytes(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** A message with its headers folded as a server folds them. */
export const EML = bytes(
  "Received: from mx.orvelle.example\r\n\tby mx.centre.example; Mon, 23 Nov 2026 09:12:00 +0100\r\n" +
    "From: Claire Vasseur <claire@orvelle.example>\r\nTo: dpo@centre.example\r\n" +
    "Subject: Instruction\r\nDate: Mon, 23 Nov 2026 09:11:58 +0100\r\n\r\nBonjour,\r\n",
);

/** A compound file whose directory names a stream, as Outlook's messages do, or another. */
export function compoundOf(stream: string): Uint8Array {
  const file = new Uint8Array(4 * 512);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set(Buffer.from(stream, "utf16le"), 2 * 512);
  return file;
}

const DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

const typesOf = (main: string, part: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/${part}" ContentType="${main}"/></Types>`;

/** A word-processing document as its archive, or one that differs from it. */
export function docxOf({
  main = DOCUMENT,
  part = "word/document.xml",
  more = [],
}: {
  main?: string;
  part?: string;
  more?: readonly Part[];
} = {}): Uint8Array {
  return zipOf([
    { name: "[Content_Types].xml", body: typesOf(main, part) },
    { name: "word/document.xml", body: "<w:document/>" },
    ...more,
  ]);
}

/** The smallest of WebP: a header, and a picture nobody looks into. */
export const WEBP = bytes("RIFF\x0e\0\0\0WEBPVP8L\x02\0\0\0\x2f\0");
