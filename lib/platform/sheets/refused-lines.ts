import type { Download } from "@/lib/platform/transport/download-route";
import { CSV_START, writeCsvRow } from "./csv-writer";

type RefusedLines<Reason extends string> = {
  /** Numbers of the lines that were refused for each reason. */
  refused: Partial<Record<Reason, readonly number[]>>;
  heads: readonly [line: string, reason: string];
  wordsOf: (reason: Reason) => string;
};

/** Writes as a CSV which lines of a file were refused, and why: nothing else of them is known. */
export function writeRefusedLines<Reason extends string>(
  fileName: string,
  of: RefusedLines<Reason>,
): Download {
  const lines = (Object.entries(of.refused) as [Reason, readonly number[]][])
    .flatMap(([reason, numbers]) => numbers.map((line) => ({ line, reason })))
    .sort((a, b) => a.line - b.line);
  const rows = lines.map(({ line, reason }) => writeCsvRow([String(line), of.wordsOf(reason)]));
  const body = new TextEncoder().encode(CSV_START + writeCsvRow(of.heads) + rows.join(""));
  return { fileName, contentType: "text/csv; charset=utf-8", body };
}
