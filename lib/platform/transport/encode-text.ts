const ENOUGH = 64 * 1024;

/** Text as bytes, in their order with what is bytes already; no piece so small that sending it costs more than making it. */
export async function* encodeText(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending = "";
  for await (const piece of pieces) {
    if (typeof piece === "string") pending += piece;
    if (pending.length >= ENOUGH || (pending !== "" && typeof piece !== "string")) {
      yield Buffer.from(pending);
      pending = "";
    }
    if (typeof piece !== "string") yield piece;
  }
  if (pending !== "") yield Buffer.from(pending);
}
