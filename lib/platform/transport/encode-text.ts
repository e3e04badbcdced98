const ENOUGH = 64 * 1024;

/** Text as bytes, in their order with what is bytes already; no piece so small that sending it costs more than making it. */
export async function* encodeText(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending = "";
  for await (const chunk of chunks) {
    if (typeof chunk === "string") pending += chunk;
    if (pending.length >= ENOUGH || (pending !== "" && typeof chunk !== "string")) {
      yield Buffer.from(pending);
      pending = "";
    }
    if (typeof chunk !== "string") yield chunk;
  }
  if (pending !== "") yield Buffer.from(pending);
}
