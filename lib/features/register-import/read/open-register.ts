import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { childLines, type ChildLimits } from "@/lib/platform/log/child-lines";
import { log } from "@/lib/platform/log/log";
import type { ReadRegister } from "./read-register";
import type { RecordHistory, RegisterFile } from "@/lib/features/register-import/schema";

export type ImportedEntry = { record: RegisterFile["records"][number]; history: RecordHistory };

/** Streams entries; requires `close`. */
export type OpenedRegister = Omit<ReadRegister, "records" | "history"> &
  Pick<ReadRegister["history"], "controllers" | "measures"> & {
    count: number;
    entries: AsyncIterable<ImportedEntry>;
    close: () => Promise<void>;
  };

type RegisterOutcome = Outcome<Omit<OpenedRegister, "entries" | "close">>;

/** Limits: the largest file needs some 700 MB and 10 s, on a busy machine three times that. */
const LIMITS = { megabytes: 1_200, seconds: 180 };

/** Reads in a child process; writes nothing yet. */
export async function openRegister(
  file: Blob,
  limits: ChildLimits = LIMITS,
): Promise<Outcome<OpenedRegister>> {
  const lines = childLines(
    "lib/features/register-import/read/read-child.ts",
    Readable.fromWeb(file.stream() as ReadableStream),
    limits,
  );
  const close = async () => void (await lines.return(undefined));
  try {
    const first = await lines.next();
    if (first.done) throw new Error("A register was read and nothing was said of it.");
    const stated = JSON.parse(first.value) as RegisterOutcome;
    if (stated.ok) return done({ ...stated.value, entries: entriesOf(lines), close });
    await close();
    return stated;
  } catch (error) {
    // A file that exhausts the reader was not exported by the application.
    log.warn({ err: error }, "a register's file could not be read");
    await close();
    return invalid("file", "tooDemanding");
  }
}

async function* entriesOf(lines: AsyncIterable<string>): AsyncGenerator<ImportedEntry> {
  for await (const line of lines) yield JSON.parse(line) as ImportedEntry;
}
