import { randomUUID } from "node:crypto";
import { open, unlink, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";

/** Lines put by on the disk until they are read again, whole and in their order, as often as need be. */
export type Spool = {
  /** A line holds no line end. */
  add(line: string): Promise<void>;
  lines(): AsyncGenerator<string>;
  /** Yields bytes, with a comma and a line end between lines. */
  bytes(): AsyncGenerator<Uint8Array>;
  /** Harmless when it is closed already. */
  close(): Promise<void>;
};

const BLOCK = 256 * 1024;
/** Separator of JSON list members, written after every line so that the spool is copied out unchanged. */
const END = ",\n";

/**
 * A file that has lost its name before anything stands in it: nobody else opens it, and it is gone with the process.
 * Windows keeps the name until it is closed.
 */
export async function openSpool(): Promise<Spool> {
  const path = join(tmpdir(), `amana-${randomUUID()}`);
  const file = await open(path, "wx+", 0o600);
  if (process.platform !== "win32") await unlink(path);
  let pending = "";
  let length = 0;
  let isOpen = true;
  const flush = async () => {
    const bytes = Buffer.from(pending);
    pending = "";
    await writeWhole(file, bytes, length);
    length += bytes.length;
  };
  return {
    async add(line) {
      pending += line + END;
      if (pending.length >= BLOCK) await flush();
    },
    async *lines() {
      await flush();
      yield* readLines(file, length);
    },
    async *bytes() {
      await flush();
      yield* readBlocks(file, Math.max(0, length - END.length));
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await file.close();
      if (process.platform === "win32") await unlink(path);
    },
  };
}

async function writeWhole(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function* readLines(file: FileHandle, length: number): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const block of readBlocks(file, length)) {
    const lines = (rest + decoder.write(block)).split(END);
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

async function* readBlocks(file: FileHandle, length: number): AsyncGenerator<Buffer> {
  for (let position = 0; position < length;) {
    const block = Buffer.allocUnsafeSlow(Math.min(BLOCK, length - position));
    const { bytesRead } = await file.read(block, 0, block.length, position);
    if (bytesRead === 0) throw new Error("A spool is shorter than what was written to it.");
    position += bytesRead;
    yield block.subarray(0, bytesRead);
  }
}
