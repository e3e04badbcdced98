import { answerOf } from "@/lib/domain/choice/answer";
import type { ChoiceAsked } from "@/lib/domain/choice/choices";
import type { LineAnswer } from "@/lib/domain/choice/list-line";
import { startOfDay } from "@/lib/domain/time/zones";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { Reader } from "@/lib/platform/read/reader";
import { personKeysOf } from "@/lib/platform/secrets/person-key";
import type { StreamedRow } from "@/lib/platform/sheets/csv-stream";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import type { ListCheck } from "@/lib/features/choice/schema";
import { findChoicesOfPersons } from "./choices-of-persons";
import { contactIn } from "./list-file";

/** Lines of one statement. */
const BATCH = 2_000;
const ZONE = "Europe/Paris";

/** Question of a check: of a day that is over, as it ended; of today and later days, as it is known now. */
export function askedOn({ act, purpose, country, day }: ListCheck, now: number): ChoiceAsked {
  const end = startOfDay(ZONE, addDaysToDay(day, 1)) - 1;
  return { act, purpose, country, day, at: Math.min(end, now) };
}

type ListContext = { org: string; columns: readonly number[]; controllerId: string; asked: ChoiceAsked };

/** Keys of the person of a line, by number and by address; or the reason for which a line has none. */
type Line = readonly string[] | "noNumber" | "notNumber";

/**
 * Answers each line of a list in its order, a batch of lines at a time. Numbers and addresses leave their line as keys.
 * Reads outside any unit of work: Prisma would retain the arguments of its last hundred statements, a hundred megabytes.
 */
export async function* answerLines(
  reader: Reader,
  lines: AsyncIterable<StreamedRow>,
  of: ListContext,
): AsyncGenerator<LineAnswer[]> {
  const keyOf = personKeysOf(of.org);
  let batch: Line[] = [];
  for await (const { cells } of lines) {
    batch.push(readLine(cells, of, keyOf));
    if (batch.length < BATCH) continue;
    yield await answerBatch(reader, batch, of);
    batch = [];
  }
  if (batch.length > 0) yield await answerBatch(reader, batch, of);
}

function readLine(
  cells: readonly string[],
  { columns, asked }: ListContext,
  keyOf: (contact: string) => Buffer,
): Line {
  const written = columns.map((column) => restoreCell(cells[column] ?? "").trim()).filter(Boolean);
  if (written.length === 0) return "noNumber";
  const contacts = written.flatMap((cell) => contactIn(cell, asked.act) ?? []);
  return contacts.length === 0 ? "notNumber" : contacts.map((contact) => keyOf(contact).toString("hex"));
}

/** Reads number and address of a line as one person, who chose all that was chosen under either. */
async function answerBatch(
  reader: Reader,
  batch: readonly Line[],
  { controllerId, asked }: ListContext,
): Promise<LineAnswer[]> {
  const persons = new Set(batch.flatMap((line) => (typeof line === "string" ? [] : line)));
  const found = await findChoicesOfPersons(reader, persons, { controllerId, act: asked.act, at: asked.at });
  return batch.map((line) =>
    typeof line === "string"
      ? line
      : answerOf(
          line.flatMap((key) => found.get(key) ?? []),
          asked,
        ).reason,
  );
}
