import { LONGEST_FRAME, type FrameKind } from "@/lib/platform/backup/format";

export type Frame = { kind: string; payload: Buffer };

const HEAD = 5;

/** A frame's bytes; what is longer than a frame may be goes out as several of its kind. */
export function* encodeFrames(kind: FrameKind, payload: Buffer): Generator<Buffer> {
  for (let from = 0; from < payload.length; from += LONGEST_FRAME) {
    const chunk = payload.subarray(from, from + LONGEST_FRAME);
    const head = Buffer.alloc(HEAD);
    head.write(kind, "latin1");
    head.writeUInt32BE(chunk.length, 1);
    yield head;
    yield chunk;
  }
}

/** Whole frames out of pieces cut anywhere. Throws `RangeError` where the bytes are no frames, or end within one. */
export async function* decodeFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    let frame = readFrame(held);
    for (; frame; frame = readFrame(held)) {
      held = held.subarray(HEAD + frame.payload.length);
      yield frame;
    }
  }
  if (held.length > 0) throw new RangeError("The frames end in the middle of one.");
}

function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < HEAD) return undefined;
  const length = bytes.readUInt32BE(1);
  if (length > LONGEST_FRAME) throw new RangeError(`A frame of ${length} bytes is too long.`);
  if (bytes.length < HEAD + length) return undefined;
  return { kind: bytes.toString("latin1", 0, 1), payload: bytes.subarray(HEAD, HEAD + length) };
}
