import type { ChoiceAsked } from "@/lib/domain/choice/choices";
import type { LineAnswer } from "@/lib/domain/choice/list-line";
import { lineAnswerOf } from "@/lib/domain/contact-permission/line-answer";
import { decidePermission } from "@/lib/domain/contact-permission/permission";
import { startOfDay } from "@/lib/domain/time/zones";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { Reader } from "@/lib/platform/read/reader";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import type { StreamedRow } from "@/lib/platform/sheets/csv-stream";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import type { ListCheck } from "@/lib/features/choice/schema";
import { lineJudges, messageJudges, type CallRules, type MessageRules } from "./call-rules";
import { findChoicesOfPersons } from "./choices-of-persons";
import { contactIn } from "./list-file";
import { findPendingObjections } from "./pending-objections";
import type { NumberCells } from "./number-cell";
import { countryOfNumber } from "./phone-number";

/** Lines of one statement. */
const BATCH = 2_000;
const ZONE = "Europe/Paris";

/** Question of a check: of a day that is over, as it ended; of today and later days, as it is known now. */
export function askedOn({ act, purpose, country, day }: ListCheck, now: number): ChoiceAsked {
  const end = startOfDay(ZONE, addDaysToDay(day, 1)) - 1;
  return { act, purpose, country, day, at: Math.min(end, now), span: "day" };
}

type ListContext = {
  org: string;
  columns: readonly number[];
  /** Column of the country codes of the numbers. */
  prefix: number | null;
  /** Column of the countries of the numbers. */
  country: number | null;
  controllerId: string;
  /** Reads numbers by the countries of the controller's persons. */
  numbers: NumberCells;
  asked: ChoiceAsked;
  /** Rules of calls, or of the messages of a campaign; null for other acts. */
  rules: CallRules | MessageRules | null;
};

/** Keys of the person of a line, by number and by address, and countries of the numbers; or why a line has none. */
type Line =
  | { keys: readonly string[]; countries: readonly string[] }
  | "noNumber"
  | "notNumber"
  | "ambiguousNumber"
  | "otherCountry";

/**
 * Answers each line of a list in its order, a batch of lines at a time. Numbers and addresses leave their line as keys.
 * Reads outside any unit of work: Prisma would retain the arguments of its last hundred statements, a hundred megabytes.
 */
export async function* answerLines(
  reader: Reader,
  lines: AsyncIterable<StreamedRow>,
  of: ListContext,
): AsyncGenerator<LineAnswer[]> {
  const answerBatch = batchAnswers(reader, of);
  const readLine = lineReader(of);
  let batch: Line[] = [];
  for await (const { cells } of lines) {
    batch.push(readLine(cells));
    if (batch.length < BATCH) continue;
    yield await answerBatch(batch);
    batch = [];
  }
  if (batch.length > 0) yield await answerBatch(batch);
}

function lineReader({
  org,
  columns,
  prefix: prefixColumn,
  country: countryColumn,
  asked,
  numbers,
}: ListContext) {
  const keysOf = everyKeyOf(org);
  return (cells: readonly string[]): Line => {
    const written = columns.map((column) => restoreCell(cells[column] ?? "").trim()).filter(Boolean);
    if (written.length === 0) return "noNumber";
    const [prefix, country] = [prefixColumn, countryColumn].map((at) =>
      at === null ? "" : restoreCell(cells[at] ?? ""),
    );
    const readNumber = (cell: string) => numbers.read(cell, prefix, country);
    const contacts = written.flatMap((cell) => contactIn(cell, asked.act, readNumber) ?? []);
    if (contacts.length < written.length) {
      const doubts = written.map((cell) =>
        readNumber(cell) === null ? numbers.doubtOf(cell, prefix, country) : null,
      );
      if (doubts.includes("country")) return "otherCountry";
      if (doubts.includes("ambiguous")) return "ambiguousNumber";
    }
    if (contacts.length === 0) return "notNumber";
    return {
      keys: contacts.flatMap((contact) => keysOf(contact)),
      countries: contacts.flatMap(countriesOfContact),
    };
  };
}

/** A number of a country that nobody knows is one of none; an address is of no country. */
function countriesOfContact(contact: string): string[] {
  return contact.startsWith("+") ? [countryOfNumber(contact) ?? ""] : [];
}

/** Reads number and address of a line as one person, who chose all that was chosen under either. */
function batchAnswers(reader: Reader, { controllerId, asked, rules }: ListContext) {
  const judgeOf = rules && ("campaign" in rules ? messageJudges(rules) : lineJudges(rules));
  return async (batch: readonly Line[]): Promise<LineAnswer[]> => {
    const persons = new Set(batch.flatMap((line) => (typeof line === "string" ? [] : line.keys)));
    const { act, at } = asked;
    const found = await findChoicesOfPersons(reader, persons, { controllerId, act, at });
    const pending = await findPendingObjections(reader, persons, at);
    return batch.map((line) => {
      if (typeof line === "string") return line;
      const known = {
        choices: line.keys.flatMap((key) => found.get(key) ?? []),
        pending: line.keys.flatMap((key) => pending.get(key) ?? []),
        lacks: rules?.lacks,
      };
      return lineAnswerOf(
        decidePermission(asked, known, judgeOf ? judgeOf(line.keys, line.countries) : null),
      );
    });
  };
}
