import { lineStatus, type LineAnswer } from "@/lib/domain/choice/list-line";
import type { Translator } from "@/lib/i18n/translator";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import { readListLines, type ListLayout } from "@/lib/features/choice/read/list-file";

/** Characters that are sent at once. */
const CHUNK = 65_536;

/** Writes a list as it came, each line with its answer and reason. Reads the file again: nothing of it was stored. */
export async function* writeAnsweredList(
  file: Blob,
  layout: ListLayout,
  { answers, t }: { answers: Iterator<LineAnswer>; t: Translator },
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = CSV_START;
  let width = layout.heads?.length ?? 0;
  for await (const { cells } of readListLines(file, layout)) {
    if (text === CSV_START) {
      width = Math.max(width, cells.length);
      text += headLine(layout, width, t);
    }
    const next = answers.next();
    if (next.done) throw new Error("A list has more lines than were answered.");
    text += answeredLine(cells, width, next.value, t);
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text !== "") yield encoder.encode(text);
}

function headLine({ heads, columns }: ListLayout, width: number, t: Translator): string {
  const named =
    heads ?? Array.from({ length: width }, (_, at) => (columns.includes(at) ? t("check.number") : ""));
  return writeCsvRow([...padded(named, width), t("check.answer"), t("check.reason")]);
}

/** A number as a dialler reads it: a spreadsheet takes "+" for a formula, so that it begins with "00". */
function dialled(cell: string): string {
  return cell.replace(/^\s*\+(?=\d[\d\s().-]*$)/, "00");
}

/** A line of fewer cells is filled up, so that answers stand in one column; of more, nothing is left out. */
function answeredLine(cells: readonly string[], width: number, answer: LineAnswer, t: Translator): string {
  const own = padded(
    cells.map((cell) => dialled(restoreCell(cell))),
    width,
  );
  return writeCsvRow([
    ...own.slice(0, width),
    t(`check.statuses.${lineStatus(answer)}`),
    t(`check.reasons.${answer}`),
    ...own.slice(width),
  ]);
}

function padded(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => "")];
}
