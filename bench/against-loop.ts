import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { runChild } from "./child";

type Run = Awaited<ReturnType<typeof runChild>>;

/**
 * Runs a program over a file in processes of their own: a plain loop that reads, parses and hashes its lines, and the
 * product. `wordsOf` prepares the organisation and says what the product is given beside the file.
 */
export async function runAgainstLoop(
  program: string,
  lines: Iterable<string>,
  wordsOf: () => Promise<readonly string[]>,
): Promise<{ floor: Run; product: Run }> {
  const folder = await mkdtemp(join(tmpdir(), "amana-bench-"));
  const file = join(folder, "lines.csv");
  try {
    await pipeline(Readable.from(lines), createWriteStream(file));
    const words = await wordsOf();
    const floor = await runChild(program, ["floor", file]);
    return { floor, product: await runChild(program, ["product", file, ...words]) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
