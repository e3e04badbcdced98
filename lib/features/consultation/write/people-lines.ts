import { questionsToAsk } from "@/lib/domain/consultation/asked";
import type { Question } from "@/lib/domain/consultation/content";
import type { PeopleColumns } from "@/lib/domain/consultation/people-heads";
import {
  type PersonCells,
  type PersonLine,
  type PersonRefusal,
  readPersonLine,
} from "@/lib/domain/consultation/person-line";
import { entryOf } from "@/lib/domain/invariant/required";
import { todayIn } from "@/lib/domain/time/zones";
import { numberCells, type NumberDoubt } from "@/lib/features/choice/read/number-cell";
import type { NumberPlaces } from "@/lib/features/choice/read/phone-number";
import type { CountryColumn } from "@/lib/features/choice/schema";
import { findChoicesOfContacts } from "@/lib/features/consultation/read/contact-choices";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { linkToken } from "@/lib/platform/secrets/link-token";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import { sealText } from "@/lib/platform/secrets/seal";
import { hashToken } from "@/lib/platform/secrets/token";
import type { StreamedRow } from "@/lib/platform/sheets/csv-stream";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";

/** Rows of one statement: Prisma retains the arguments of its last hundred. */
const BATCH = 500;

type FileContext = {
  org: string;
  consultationId: string;
  /** The controller whose choices these are. */
  controllerId: string;
  /** Countries of its persons, whose numbers are written without a code. */
  places: NumberPlaces;
  countryColumn: CountryColumn;
  questions: readonly Question[];
  columns: PeopleColumns;
  now: Date;
};

/** Result of a file: the counts of its lines, and the numbers of those refused. */
export type ReadPeople = {
  lineCount: number;
  addedCount: number;
  skippedCount: number;
  refusedLines: Partial<Record<PersonRefusal, number[]>>;
  /** Question about the numbers that nobody answered: the file waits for that. */
  asked: NumberDoubt | null;
};

/** Inserts the people of a file as they are read, a batch at a time; `onLines` hears how many lines are read. */
export async function insertPeople(
  tx: Tx,
  records: AsyncIterable<StreamedRow>,
  of: FileContext,
  onLines: (lines: number) => void,
): Promise<ReadPeople> {
  const read: ReadPeople = {
    lineCount: 0,
    addedCount: 0,
    skippedCount: 0,
    refusedLines: {},
    asked: null,
  };
  const isCalled = of.questions.some(({ act }) => act === "telephone" || act === "recording");
  const keysOf = everyKeyOf(of.org);
  const numbers = numberCells(of.places, { isCountryAside: of.countryColumn === "aside" });
  let batch = new Map<string, PersonLine>();
  const flush = async () => {
    const { added, skipped } = await insertBatch(tx, batch, of);
    read.addedCount += added;
    read.skippedCount += skipped;
    batch = new Map();
    onLines(read.lineCount);
  };
  for await (const { line, cells } of records) {
    read.lineCount += 1;
    const own = cellsOf(cells, of.columns);
    const [prefix, country] = [cellOf(cells, of.columns.prefix), cellOf(cells, of.columns.country)];
    const number = numbers.read(own.number, prefix, country);
    const doubt = number === null ? numbers.doubtOf(own.number, prefix, country) : null;
    if (doubt === "ambiguous" || (doubt && of.countryColumn === "")) return { ...read, asked: doubt };
    const person = doubt ?? readPersonLine(own, { number, isCalled });
    if (typeof person === "string") (read.refusedLines[person] ??= []).push(line);
    // A line that reaches nobody is refused.
    else batch.set(keysOf(contactOf(person))[0], person);
    if (batch.size === BATCH) await flush();
  }
  await flush();
  return read;
}

/** Leaves out who is in already, before it is asked what they refused. */
async function insertBatch(tx: Tx, batch: ReadonlyMap<string, PersonLine>, of: FileContext) {
  const { org, consultationId, now } = of;
  const keysOf = everyKeyOf(org);
  const lines = [...batch].map(([key, person]) => ({ key, person, keys: keysOf(contactOf(person)) }));
  const known = await findKnown(
    tx,
    consultationId,
    lines.flatMap(({ keys }) => keys),
  );
  const fresh = lines.flatMap(({ key, person, keys }) =>
    keys.some((one) => known.has(one)) ? [] : [[key, person] as const],
  );
  if (fresh.length === 0) return { added: 0, skipped: 0 };
  const at = { at: now.getTime(), day: todayIn("Europe/Paris", now.getTime()) };
  const found = await findChoicesOfContacts(
    tx,
    new Map(fresh.map(([key, { number, email }]) => [key, { number, email }])),
    { ...of, at: at.at },
  );
  const rows = fresh.flatMap(([key, person]) => {
    const asked = questionsToAsk(entryOf(found, key), of.questions, at);
    return asked.length === 0 ? [] : [rowOf(key, person, { asked, now })];
  });
  const added = await tx.$executeRaw`
    INSERT INTO consultation_person (id, org_id, consultation_id, person_key, contact_sealed, has_number, has_email,
      language, asked, token_hash, added_at)
    SELECT u.id, ${org}::uuid, ${consultationId}::uuid, decode(u.key, 'hex'), decode(u.sealed, 'hex'), u.number, u.email,
      u.language, u.asked, decode(u.token, 'hex'), ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS u (id uuid, key text, sealed text, number boolean,
      email boolean, language text, asked int[], token text)`;
  return { added, skipped: fresh.length - rows.length };
}

/** Contact by which a line's person is keyed: a number before an address. */
function contactOf({ number, email }: PersonLine): string {
  return number ?? email ?? "";
}

async function findKnown(tx: Tx, consultationId: string, keys: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT encode(person_key, 'hex') AS key FROM consultation_person
    WHERE consultation_id = ${consultationId}::uuid
      AND person_key IN (SELECT decode(k, 'hex') FROM unnest(${keys}::text[]) AS k)`;
  return new Set(rows.map(({ key }) => key));
}

function rowOf(
  key: string,
  { number, email, language }: PersonLine,
  { asked, now }: { asked: number[]; now: Date },
) {
  const id = newId(now);
  const sealed = sealText("consultation", JSON.stringify({ number, email })).toString("hex");
  const token = Buffer.from(hashToken(linkToken("consultation", id))).toString("hex");
  return { id, key, sealed, number: number !== null, email: email !== null, language, asked, token };
}

function cellsOf(cells: readonly string[], { number, email, language }: PeopleColumns): PersonCells {
  return {
    number: cellOf(cells, number),
    email: cellOf(cells, email),
    language: cellOf(cells, language),
  };
}

function cellOf(cells: readonly string[], at: number | undefined): string {
  return at === undefined ? "" : restoreCell(cells[at] ?? "");
}
