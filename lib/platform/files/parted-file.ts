import { randomUUID } from "node:crypto";
import { mkdir, open, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";

/** Parts by the first byte of a record. */
const PARTS = 256;
/** Records that are sorted into their parts at once: some megabytes. */
const RECORDS_AT_ONCE = 65_536;

/**
 * Records of one width that are added in any order and read part by part, whatever their number: they lie in a
 * file. It has no name once it is open, so that the system drops it with the process, however that ends.
 */
export class PartedFile {
  /** Records that are not yet written; a new one is put at `place()`. */
  readonly pending: Uint8Array;
  #used = 0;
  #written = 0;
  /** Number of the records of each batch before each part, and of all at the end. */
  readonly #starts: Uint32Array[] = [];

  private constructor(
    private readonly file: FileHandle,
    private readonly width: number,
  ) {
    this.pending = new Uint8Array(width * RECORDS_AT_ONCE);
  }

  static async open(folder: string, width: number): Promise<PartedFile> {
    await mkdir(folder, { recursive: true });
    const path = join(folder, `records-${randomUUID()}`);
    const file = await open(path, "wx+", 0o600);
    await rm(path);
    return new PartedFile(file, width);
  }

  /** Records for which there is room before the next writing. */
  room(): number {
    return (this.pending.length - this.#used) / this.width;
  }

  /** Takes room for one record more, and returns where it begins. */
  place(): number {
    this.#used += this.width;
    return this.#used - this.width;
  }

  /** Writes the pending records in the order of their parts. */
  async flush(): Promise<void> {
    if (this.#used === 0) return;
    const { bytes, starts } = sortByPart(this.pending.subarray(0, this.#used), this.width);
    await this.file.write(bytes, 0, bytes.length, this.#written);
    this.#starts.push(starts);
    this.#written += bytes.length;
    this.#used = 0;
  }

  /** Bytes of each part that has records. */
  sizes(): { part: number; bytes: number }[] {
    const parts = Array.from({ length: PARTS }, (_, part) => ({ part, bytes: this.#sizeOf(part) }));
    return parts.filter(({ bytes }) => bytes > 0);
  }

  /** Reads the records of a part, in the order in which they were added. */
  async read(part: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(this.#sizeOf(part));
    let [batchAt, at] = [0, 0];
    for (const starts of this.#starts) {
      const length = lengthOf(starts, part) * this.width;
      await this.#fill(bytes.subarray(at, at + length), batchAt + (starts[part] ?? 0) * this.width);
      at += length;
      batchAt += (starts[PARTS] ?? 0) * this.width;
    }
    return bytes;
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  #sizeOf(part: number): number {
    return this.#starts.reduce((sum, starts) => sum + lengthOf(starts, part) * this.width, 0);
  }

  async #fill(bytes: Uint8Array, from: number): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const { bytesRead } = await this.file.read(bytes, at, bytes.length - at, from + at);
      if (bytesRead === 0) throw new Error("A file of records is shorter than what was written to it.");
      at += bytesRead;
    }
  }
}

function lengthOf(starts: Uint32Array, part: number): number {
  return (starts[part + 1] ?? 0) - (starts[part] ?? 0);
}

/** Sorts records by their first byte; those of one part stay in their order. */
function sortByPart(records: Uint8Array, width: number): { bytes: Uint8Array; starts: Uint32Array } {
  const counts = new Uint32Array(PARTS);
  for (let from = 0; from < records.length; from += width) increase(counts, records[from] ?? 0);
  const starts = new Uint32Array(PARTS + 1);
  counts.forEach((count, part) => (starts[part + 1] = (starts[part] ?? 0) + count));
  const next = starts.slice();
  const bytes = new Uint8Array(records.length);
  for (let from = 0; from < records.length; from += width) {
    const place = increase(next, records[from] ?? 0);
    bytes.set(records.subarray(from, from + width), place * width);
  }
  return { bytes, starts };
}

/** Adds one to a number of a list, and returns what it was. */
function increase(numbers: Uint32Array, at: number): number {
  const before = numbers[at] ?? 0;
  numbers[at] = before + 1;
  return before;
}
