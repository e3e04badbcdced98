import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSpool } from "./spool";

async function readAll<T>(items: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
}

describe("openSpool", () => {
  it("gives lines back as they were, as often as they are asked for", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\n", ""))),
        async (lines) => {
          const spool = await openSpool();
          for (const line of lines) await spool.add(line);
          expect(await readAll(spool.lines())).toEqual(lines);
          const bytes = await readAll(spool.bytes());
          expect(Buffer.concat(bytes).toString()).toBe(lines.join(",\n"));
          await spool.close();
        },
      ),
      { numRuns: 30 },
    );
  });

  it("cuts no letter where one block ends and the next begins", async () => {
    const lines = Array.from({ length: 40 }, (_, at) => `${at} ${"é📞ع".repeat(9_973)}`);
    const spool = await openSpool();
    for (const line of lines) await spool.add(line);
    expect(await readAll(spool.lines())).toEqual(lines);
    await spool.close();
    await spool.close();
  });
});
