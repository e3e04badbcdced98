import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DamagedFileError, joinFile, sha256, splitFile } from "./chunks";
import { JPEG, pngOf, SVG } from "./images.fixture";
import { sniffImage } from "./sniff-image";

const text = (stated: string) => new TextEncoder().encode(stated);
const broken = (bytes: Uint8Array, at: number, ...by: number[]) => {
  const copy = bytes.slice();
  copy.set(by, at);
  return copy;
};

describe("sniffImage", () => {
  it.each([
    ["a PNG", pngOf(40, 12), { contentType: "image/png", width: 40, height: 12 }],
    ["a JPEG", JPEG, { contentType: "image/jpeg", width: 1, height: 1 }],
    ["an SVG", SVG, "svg"],
    ["an SVG without its declaration", text("\ufeff\n<SVG viewBox='0 0 1 1'></SVG>"), "svg"],
    ["a page", text("<!doctype html><script>alert(1)</script>"), "type"],
    ["a GIF", text("GIF89a"), "type"],
    ["a WebP", text("RIFF\0\0\0\0WEBPVP8 "), "type"],
    ["nothing", new Uint8Array(), "type"],
    ["a PNG cut after its signature", pngOf(4, 4).slice(0, 12), "broken"],
    ["a PNG without IHDR", broken(pngOf(4, 4), 12, 0x49, 0x44), "broken"],
    ["a PNG of no width", broken(pngOf(4, 4), 16, 0, 0, 0, 0), "broken"],
    ["a JPEG cut in its head", JPEG.slice(0, 20), "broken"],
    [
      "a JPEG whose picture begins before its frame",
      new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 8, 0, 0, 0, 0, 0, 0]),
      "broken",
    ],
    ["a JPEG with a hole", broken(JPEG, 20, 0), "broken"],
  ])("%s", (_, bytes, expected) => {
    expect(sniffImage(bytes)).toEqual(expected);
  });

  it("answers whatever it is given, and never reads beyond", () => {
    const head = fc.constantFrom([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0xff, 0xd8, 0xff]);
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 80 }), (signature, rest) => {
        const answer = sniffImage(new Uint8Array([...signature, ...rest]));
        expect(typeof answer === "string" || answer.width > 0).toBe(true);
      }),
    );
  });
});

describe("chunks", () => {
  const fileOf = (bytes: Uint8Array) => ({
    file: { id: "f", chunks: splitFile(bytes).length, size: bytes.length, sha256: sha256(bytes) },
    pieces: splitFile(bytes),
  });
  const large = new Uint8Array(600_000).map((_, index) => index % 251);

  it("come back as the file they were", () => {
    for (const bytes of [new Uint8Array(), new Uint8Array([1]), large.slice(0, 262_144), large]) {
      const { file, pieces: chunks } = fileOf(bytes);
      expect(Buffer.compare(joinFile(file, chunks), bytes)).toBe(0);
    }
    expect(splitFile(large).map(({ bytes }) => bytes.length)).toEqual([262_144, 262_144, 75_712]);
  });

  it.each([
    ["a byte", (chunks: ReturnType<typeof splitFile>) => void (chunks[1]!.bytes[5]! ^= 1)],
    ["a chunk that went", (chunks: ReturnType<typeof splitFile>) => void chunks.pop()],
    ["two chunks in each other's place", (chunks: ReturnType<typeof splitFile>) => void chunks.reverse()],
    [
      "a chunk rewritten with its hash",
      (chunks: ReturnType<typeof splitFile>) => {
        const bytes = new Uint8Array(262_144);
        chunks[0] = { seq: 0, bytes, sha256: sha256(bytes) };
      },
    ],
  ])("are refused for %s", (_, damage) => {
    const { file, pieces: chunks } = fileOf(large);
    damage(chunks);
    expect(() => joinFile(file, chunks)).toThrow(DamagedFileError);
  });
});
