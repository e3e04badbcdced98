import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import type { WorkbookLimits } from "./workbook-limits";

export type WorkbookFormat = "xlsx" | "ods";

export type ZipRefusal =
  | "brokenZip"
  | "unsafeZip"
  | "tooManyParts"
  | "unpacksTooLarge"
  | "isEncrypted"
  | "hasMacros"
  | "hasOutsideLinks"
  | "isXlsb"
  | "isNumbers"
  | "isZip";

/** Refusals of any archive, whatever its format. */
export type ArchiveRefusal = Exclude<ZipRefusal, "hasOutsideLinks" | "isXlsb" | "isNumbers" | "isZip">;

export type ZipVerdict = { ok: true; format: WorkbookFormat } | { ok: false; key: ZipRefusal };

type ArchiveLimits = Pick<WorkbookLimits, "entries" | "unpacked" | "ratio">;
type ArchiveVerdict = { ok: true; names: ReadonlySet<string> } | { ok: false; key: ArchiveRefusal };

/** A part under this size is no bomb, however well it packs. */
const SMALL = 4 * 1024 * 1024;
const SYMBOLIC_LINK = 0o120000;
const KIND_OF_FILE = 0o170000;

/** A workbook by the directory of its archive. */
export async function inspectZip(bytes: Uint8Array, limits: WorkbookLimits): Promise<ZipVerdict> {
  const archive = await inspectArchive(bytes, limits);
  return archive.ok ? formatOf(archive.names) : archive;
}

/**
 * Reads an archive's directory before anything is unpacked: number, sizes and names of its parts. Stated
 * sizes may be false; unpacking enforces them.
 */
export async function inspectArchive(bytes: Uint8Array, limits: ArchiveLimits): Promise<ArchiveVerdict> {
  try {
    return judge(await readDirectory(bytes, limits.entries), limits);
  } catch (error) {
    // yauzl says so of "../", a leading "/", a drive and a backslash.
    const isUnsafe =
      error instanceof Error && /relative path|absolute path|invalid characters/.test(error.message);
    return { ok: false, key: isUnsafe ? "unsafeZip" : "brokenZip" };
  }
}

function judge(entries: Entry[], limits: ArchiveLimits): ArchiveVerdict {
  const names = new Set(entries.map(({ fileName }) => fileName));
  const refusal =
    (entries.length > limits.entries && "tooManyParts") ||
    (names.size < entries.length && "brokenZip") ||
    (entries.some(isLink) && "unsafeZip") ||
    (entries.some((entry) => entry.isEncrypted()) && "isEncrypted") ||
    (isTooLarge(entries, limits) && "unpacksTooLarge") ||
    (entries.some(({ fileName }) => isMacro(fileName)) && "hasMacros");
  return refusal ? { ok: false, key: refusal } : { ok: true, names };
}

function formatOf(names: ReadonlySet<string>): ZipVerdict {
  if (names.has("xl/workbook.bin")) return { ok: false, key: "isXlsb" };
  if ([...names].some((name) => /^Index\/(?:Document|Tables\/).*\.iwa$/.test(name)))
    return { ok: false, key: "isNumbers" };
  if (names.has("content.xml") && names.has("mimetype")) return { ok: true, format: "ods" };
  const isXlsx =
    names.has("[Content_Types].xml") && [...names].some((name) => /^xl\/workbook[^/]*\.xml$/.test(name));
  if (!isXlsx) return { ok: false, key: "isZip" };
  return [...names].some(isOutside) ? { ok: false, key: "hasOutsideLinks" } : { ok: true, format: "xlsx" };
}

/** The parts listed, one more than `most` at the utmost. */
function readDirectory(bytes: Uint8Array, most: number): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true } as const;
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), options, (error, zip) => {
      if (error) reject(error);
      else readEntries(zip, most).then(resolve, reject);
    });
  });
}

function readEntries(zip: ZipFile, most: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      if (entries.length > most) resolve(entries);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function isTooLarge(entries: Entry[], { unpacked, ratio }: ArchiveLimits): boolean {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const isBomb = ({ uncompressedSize, compressedSize }: Entry) =>
    uncompressedSize > SMALL && uncompressedSize > compressedSize * ratio;
  return total > unpacked || entries.some(isBomb);
}

function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & KIND_OF_FILE) === SYMBOLIC_LINK;
}

function isMacro(name: string): boolean {
  return /(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^(?:Basic|Scripts)\/./i.test(name);
}

/** Detects links of an XLSX to other files and servers; an ODS has them among its cells. */
function isOutside(name: string): boolean {
  return /^xl\/(?:externalLinks|queryTables)\/.|^xl\/connections\.xml$/i.test(name);
}
