import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { encodeText } from "@/lib/platform/transport/encode-text";

/**
 * Part of an archive, with its text as a stream; `isStored` leaves it uncompressed, where a format requires
 * that, and `isDense` marks data that hardly compress.
 */
export type ZipPart = {
  path: string;
  text: string | AsyncIterable<string | Uint8Array>;
  isStored?: boolean;
  isDense?: boolean;
};

/** A zip in pieces, as they are made: a part is written only as fast as the archive is read. */
export async function* writeZip(parts: readonly ZipPart[], at: Date): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  // A part that fails ends the archive, which is then no whole file.
  zip.on("error", (error: Error) => void out.destroy(error));
  let open: Readable | null = null;
  // Parts are opened one after the other: whoever stops reading leaves one open at most.
  out.once("close", () => void open?.destroy());
  for (const { path, text, isStored, isDense } of parts) {
    const options = { mtime: at, compressionLevel: isStored ? 0 : isDense ? 1 : 4 };
    if (typeof text === "string") zip.addBuffer(Buffer.from(text), path, options);
    else zip.addReadStreamLazy(path, options, (begin) => begin(null, (open = partStream(text, out))));
  }
  zip.end();
  yield* out as AsyncIterable<Uint8Array>;
}

function partStream(text: AsyncIterable<string | Uint8Array>, out: Readable): Readable {
  const stream = Readable.from(encodeText(text), { objectMode: false });
  stream.on("error", (error) => void out.destroy(error));
  return stream;
}
