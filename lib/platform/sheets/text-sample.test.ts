import { expect, it } from "vitest";
import { decodeText } from "./sniff";
import { sampleOf } from "./text-sample";

const LINES = "0612345678;Orvelle\n".repeat(5_000);

it.each([
  [
    "windows-1252 of which the first lines are ASCII alone",
    Buffer.from(`${LINES}1;Société\n`, "latin1"),
    "windows-1252",
  ],
  ["UTF-8 of which the first lines are ASCII alone", Buffer.from(`${LINES}1;Société\n`), "utf-8"],
  [
    "UTF-8 whose sample ends within a letter",
    Buffer.from(`é;${"a".repeat(65_000)}\n${"é".repeat(9_000)}`),
    "utf-8",
  ],
  ["ASCII alone", Buffer.from(LINES), "utf-8"],
  ["a short file", Buffer.from("Société\n", "latin1"), "windows-1252"],
])("knows %s", async (_, bytes, encoding) => {
  const sample = await sampleOf(new Blob([new Uint8Array(bytes)]));
  expect(decodeText(sample)).toMatchObject({ encoding });
  expect(sample.length).toBeLessThan(140_000);
});
