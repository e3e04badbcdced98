import { createHash } from "node:crypto";
import type { z } from "zod";
import { type BackupFile, damaged } from "@/lib/platform/backup/backup-file";
import {
  FRAME,
  type Sequence,
  sequencesSchema,
  type Summary,
  summarySchema,
  type TableHead,
  tableHeadSchema,
  type TableTail,
  tableTailSchema,
} from "@/lib/platform/backup/format";
import type { Frame } from "@/lib/platform/backup/frames";

/** Contents of a backup, once all of it was read. */
export type Contents = {
  tables: (TableHead & TableTail)[];
  sequences: Sequence[];
  summary: Summary;
};

/** Does something with one table's bytes, to their end; returns how many rows they were, or undefined to believe. */
export type ReadTable = (head: TableHead, bytes: AsyncIterable<Buffer>) => Promise<number | undefined>;

/**
 * Reads a backup from its first frame to its last, each table's bytes measured and summed against what its maker
 * noted. Throws `BackupRefused`.
 */
export async function readTables(file: BackupFile, take: ReadTable = readThrough): Promise<Contents> {
  const reader = new FrameReader(file);
  const tables: Contents["tables"] = [];
  for (let kind = await reader.peek(); kind === FRAME.table; kind = await reader.peek()) {
    const head = await reader.next(FRAME.table, tableHeadSchema);
    tables.push(await readTable(file, reader, head, take));
  }
  const sequences = await reader.next(FRAME.sequences, sequencesSchema);
  const summary = await reader.next(FRAME.end, summarySchema);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  if ((await reader.peek()) !== undefined || summary.tables !== tables.length || summary.rows !== rows) {
    throw damaged(file.path, "it holds more or less than it says");
  }
  return { tables, sequences, summary };
}

async function readTable(file: BackupFile, reader: FrameReader, head: TableHead, take: ReadTable) {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* measured() {
    for await (const chunk of reader.data()) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const rows = await take(head, measured());
  const tail = await reader.next(FRAME.tableEnd, tableTailSchema);
  if (tail.bytes !== bytes || tail.sha256 !== hash.digest("hex") || (rows ?? tail.rows) !== tail.rows) {
    throw damaged(file.path, `table ${head.name} is not the one that was saved`);
  }
  return { ...head, ...tail };
}

async function readThrough(_head: TableHead, bytes: AsyncIterable<Buffer>): Promise<undefined> {
  for await (const _ of bytes);
}

class FrameReader {
  readonly #frames: AsyncIterator<Frame>;
  #ahead: IteratorResult<Frame> | undefined;

  constructor(private readonly file: BackupFile) {
    this.#frames = file.frames()[Symbol.asyncIterator]();
  }

  /** The kind of the next frame; undefined at the end. */
  async peek(): Promise<string | undefined> {
    this.#ahead ??= await this.#advance();
    return this.#ahead.done ? undefined : this.#ahead.value.kind;
  }

  async next<T>(kind: string, schema: z.ZodType<T>): Promise<T> {
    const found = await this.peek();
    const payload = this.#ahead?.done === false ? this.#ahead.value.payload : Buffer.alloc(0);
    this.#ahead = undefined;
    const parsed = found === kind ? schema.safeParse(JSON.parse(payload.toString("utf8"))) : undefined;
    if (!parsed?.success) throw damaged(this.file.path, `a frame ${kind} is missing`);
    return parsed.data;
  }

  async *data(): AsyncGenerator<Buffer> {
    while ((await this.peek()) === FRAME.data) {
      const frame = this.#ahead;
      this.#ahead = undefined;
      if (frame?.done === false) yield frame.value.payload;
    }
  }

  /** Bytes that do not inflate or are no frames: whatever was sealed, it was no backup. */
  async #advance(): Promise<IteratorResult<Frame>> {
    try {
      return await this.#frames.next();
    } catch (error) {
      throw damaged(this.file.path, error instanceof Error ? error.message : String(error));
    }
  }
}
