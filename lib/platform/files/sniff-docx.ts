import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { inspectArchive, type ArchiveRefusal } from "@/lib/platform/sheets/zip-directory";

/** A contract of some hundred pages with its pictures unpacks to less. */
const LIMITS = { entries: 2_000, unpacked: 128 * 1024 * 1024, ratio: 250 };
const TYPES = "[Content_Types].xml";
const MOST_TYPES = 512 * 1024;

export type DocxRefusal = ArchiveRefusal | "notDocx";

/**
 * A word-processing document by what its own table of content types says, the one part that is unpacked; a document
 * with macros, a template and any other archive are refused.
 */
export async function sniffDocx(bytes: Uint8Array): Promise<"docx" | DocxRefusal> {
  const archive = await inspectArchive(bytes, LIMITS);
  if (!archive.ok) return archive.key;
  if (!archive.names.has(TYPES)) return "notDocx";
  const types = await readTypes(bytes).catch(() => null);
  if (types === null) return "brokenZip";
  if (/macroEnabled|vbaProject/i.test(types)) return "hasMacros";
  const main = mainPart(types);
  return main !== null && archive.names.has(main) ? "docx" : "notDocx";
}

/** The part declared to be the document: "word/document.xml", which some programs number. */
function mainPart(types: string): string | null {
  const overrides = types.match(/<Override\b[^<>]*>/g) ?? [];
  const main = overrides.find((override) => attribute(override, "ContentType") === DOCUMENT);
  return main ? attribute(main, "PartName").replace(/^\//, "") : null;
}

const DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? "";
}

/** Reads one part, limited to `MOST_TYPES` whatever the directory states. */
function readTypes(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on("error", reject);
      zip.on("end", () => reject(new Error("The archive has no such part.")));
      zip.on("entry", (entry: Entry) => {
        if (entry.fileName === TYPES) unpack(zip, entry).then(resolve, reject);
        else zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

function unpack(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("error", reject);
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST_TYPES) stream.destroy(new Error("The part is larger than any such part."));
        else chunks.push(chunk);
      });
      stream.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    });
  });
}
