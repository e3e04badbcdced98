import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FRAME, LONGEST_FRAME } from "@/lib/platform/backup/format";
import { decodeFrames, encodeFrames } from "@/lib/platform/backup/frames";

async function* cut(bytes: Buffer, every: number) {
  for (let from = 0; from < bytes.length; from += every) yield bytes.subarray(from, from + every);
}

async function decode(bytes: Buffer, every = 7) {
  const frames = [];
  for await (const { kind, payload } of decodeFrames(cut(bytes, every)))
    frames.push([kind, payload.toString("hex")]);
  return frames;
}

describe("frames", () => {
  it("come out as they went in, wherever the bytes are cut", async () => {
    const kind = fc.constantFrom(...Object.values(FRAME));
    const frame = fc.tuple(kind, fc.uint8Array({ minLength: 1, maxLength: 60 }));
    await fc.assert(
      fc.asyncProperty(fc.array(frame), fc.integer({ min: 1, max: 80 }), async (frames, every) => {
        const bytes = Buffer.concat(
          frames.flatMap(([kind, payload]) => [...encodeFrames(kind, Buffer.from(payload))]),
        );
        const expected = frames.map(([kind, payload]) => [kind, Buffer.from(payload).toString("hex")]);
        expect(await decode(bytes, every)).toEqual(expected);
      }),
    );
  });

  it("are never longer than a reader is ready for", async () => {
    const heads = [...encodeFrames(FRAME.data, Buffer.alloc(2 * LONGEST_FRAME + 1))].filter(
      (_, index) => index % 2 === 0,
    );
    expect(heads.map((head) => head.readUInt32BE(1))).toEqual([LONGEST_FRAME, LONGEST_FRAME, 1]);
    await expect(decode(Buffer.from([68, 255, 255, 255, 255]))).rejects.toThrow(/too long/);
  });

  it("that end in the middle are no frames", async () => {
    const [head] = encodeFrames(FRAME.data, Buffer.alloc(9));
    await expect(decode(head!)).rejects.toThrow(/middle/);
  });
});
