/** Bytes by which encoding and delimiter are found. */
const SAMPLE = 65_536;
const LINE_END = 0x0a;

/**
 * The bytes by which a file is known: its first lines and, where those are ASCII alone, the first lines beyond that are
 * not. Whole lines: a letter cut in two reads as another encoding.
 */
export async function sampleOf(file: Blob): Promise<Uint8Array> {
  const first = await linesFrom(file, 0);
  if (first.some(tellsEncoding)) return first;
  const from = await findTellingByte(file);
  return from === null ? first : Buffer.concat([first, Buffer.from([LINE_END]), await linesFrom(file, from)]);
}

/** A byte above ASCII, or of a letter in two bytes. */
function tellsEncoding(byte: number): boolean {
  return byte >= 0x80 || byte === 0;
}

async function linesFrom(file: Blob, from: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.slice(from, from + SAMPLE).arrayBuffer());
  if (from + bytes.length >= file.size) return bytes;
  const end = bytes.lastIndexOf(LINE_END);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

async function findTellingByte(file: Blob): Promise<number | null> {
  let passed = 0;
  for await (const chunk of file.stream()) {
    const at = chunk.findIndex(tellsEncoding);
    if (at >= 0) return passed + at;
    passed += chunk.length;
  }
  return null;
}
