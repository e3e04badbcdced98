import { readFrenchNumber } from "@/lib/domain/call-log/french-number";
import { answerOf } from "@/lib/domain/choice/answer";
import type { ChoiceAsked } from "@/lib/domain/choice/choices";
import type { LineAnswer } from "@/lib/domain/choice/list-line";
import { startOfDay } from "@/lib/domain/time/zones";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { Tx } from "@/lib/platform/database/transaction";
import { personKeysOf } from "@/lib/platform/secrets/person-key";
import type { StreamedRow } from "@/lib/platform/sheets/csv-stream";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import type { ListCheck } from "@/lib/features/choice/schema";
import { findChoicesOfPersons } from "./choices-of-persons";
import { readPhoneNumber } from "./phone-number";

/** Lines of one statement: Prisma retains the arguments of its last hundred. */
const BATCH = 2_000;
const ZONE = "Europe/Paris";

/** Question of a check: of a day that is over, as it ended; of today and later days, as it is known now. */
export function askedOn({ act, purpose, country, day }: ListCheck, now: number): ChoiceAsked {
  const end = startOfDay(ZONE, addDaysToDay(day, 1)) - 1;
  return { act, purpose, country, day, at: Math.min(end, now) };
}

/** Answers each line of a list in its order, a batch of lines at a time. Numbers leave their line as keys. */
export async function* answerLines(
  tx: Tx,
  lines: AsyncIterable<StreamedRow>,
  of: { org: string; column: number; controllerId: string; asked: ChoiceAsked },
): AsyncGenerator<LineAnswer[]> {
  const keyOf = personKeysOf(of.org);
  let batch: (string | "noNumber" | "notNumber")[] = [];
  for await (const { cells } of lines) {
    batch.push(readLine(cells[of.column] ?? "", keyOf));
    if (batch.length < BATCH) continue;
    yield await answerBatch(tx, batch, of);
    batch = [];
  }
  if (batch.length > 0) yield await answerBatch(tx, batch, of);
}

/** Key of the person in hex, or the reason for which a line has none. */
function readLine(cell: string, keyOf: (number: string) => Buffer): string {
  const written = restoreCell(cell).trim();
  if (written === "") return "noNumber";
  const number = readFrenchNumber(written) ?? readPhoneNumber(written);
  return number === null ? "notNumber" : keyOf(number).toString("hex");
}

async function answerBatch(
  tx: Tx,
  batch: readonly string[],
  { controllerId, asked }: { controllerId: string; asked: ChoiceAsked },
): Promise<LineAnswer[]> {
  const persons = new Set(batch.filter((one) => !isFault(one)));
  const found = await findChoicesOfPersons(tx, persons, { controllerId, act: asked.act, at: asked.at });
  return batch.map((one) => (isFault(one) ? one : answerOf(found.get(one) ?? [], asked).reason));
}

function isFault(line: string): line is "noNumber" | "notNumber" {
  return line === "noNumber" || line === "notNumber";
}
