import { Readable } from "node:stream";
import { ZipFile } from "yazl";

/** One file of an archive: its text as it comes; `isStored` leaves it as it is, where a format reads it uncompressed. */
export type ZipPart = { path: string; text: string | AsyncIterable<string | Uint8Array>; isStored?: boolean };

const CHUNK = 64 * 1024;

/** A zip in pieces, as they are made: a part is written only as fast as the archive is read. */
export async function* writeZip(parts: readonly ZipPart[], at: Date): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  // A part that fails ends the archive, which is then no whole file.
  zip.on("error", (error: Error) => void out.destroy(error));
  for (const { path, text, isStored } of parts) {
    const options = { mtime: at, compressionLevel: isStored ? 0 : 4 };
    if (typeof text === "string") zip.addBuffer(Buffer.from(text), path, options);
    else zip.addReadStreamLazy(path, options, (open) => open(null, partStream(text, out)));
  }
  zip.end();
  yield* out as AsyncIterable<Uint8Array>;
}

function partStream(text: AsyncIterable<string | Uint8Array>, out: Readable): Readable {
  const stream = Readable.from(inChunks(text), { objectMode: false });
  stream.on("error", (error) => void out.destroy(error));
  out.once("close", () => void stream.destroy());
  return stream;
}

async function* inChunks(text: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending = "";
  for await (const piece of text) {
    if (typeof piece === "string") pending += piece;
    if (pending.length >= CHUNK || (pending !== "" && typeof piece !== "string")) {
      yield Buffer.from(pending);
      pending = "";
    }
    if (typeof piece !== "string") yield piece;
  }
  if (pending !== "") yield Buffer.from(pending);
}
