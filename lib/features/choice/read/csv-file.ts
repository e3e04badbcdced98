import { createHash } from "node:crypto";
import { type StreamedRow, streamCsv } from "@/lib/platform/sheets/csv-stream";
import { findDelimiter, type Delimiter } from "@/lib/platform/sheets/delimiter";
import { decodeText, findForeignFormat, type Encoding } from "@/lib/platform/sheets/sniff";
import { sampleOf } from "@/lib/platform/sheets/text-sample";

export type CsvLayout = { encoding: Encoding; delimiter: Delimiter };

/** Finds how a file is written; null where it is no text. */
export async function findCsvLayout(file: Blob): Promise<CsvLayout | null> {
  const sample = await sampleOf(file);
  const decoded = findForeignFormat(sample) === null ? decodeText(sample) : null;
  if (!decoded) return null;
  return { encoding: decoded.encoding, delimiter: findDelimiter(decoded.text.replace(/\r\n?/g, "\n")) };
}

/** Reads a file record by record; what is held is one chunk. */
export async function* readCsvRecords(file: Blob, layout: CsvLayout): AsyncGenerator<StreamedRow> {
  for await (const batch of streamCsv(file.stream(), layout)) yield* batch;
}

/** SHA-256 of a file, in hex. */
export async function hashFile(file: Blob): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.stream()) hash.update(chunk);
  return hash.digest("hex");
}
