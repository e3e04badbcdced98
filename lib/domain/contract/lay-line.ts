import { z } from "zod";
import { fold } from "@/lib/domain/import/fold";
import { CLAUSE_IDS, type ClauseId } from "./clauses";
import { deedSchema, emptyContent, type Deed } from "./content";
import type { FieldKind } from "./deed-fields";
import type { ContractLine } from "./import-plan";
import { contractOn, effectOf } from "./in-force";
import { readDay, readSheetCell, type CellIssue, type CellReading, type SaidCell } from "./read-sheet-cell";
import {
  CONTRACT_DATES,
  deedFieldOf,
  type AMENDMENT_COLUMNS,
  type CLAUSE_COLUMNS,
  type INSTRUCTOR_COLUMNS,
  type SheetVocabulary,
} from "./sheet-fields";
import type { Instructor } from "./types";

/** A row of a sheet: what it says, by the field of each column. */
export type SaidRow<T extends string = string> = Readonly<Partial<Record<T, SaidCell>>>;

/** All that a workbook says of one contract. */
export type SaidContract = {
  reference: string;
  /** Its row in the table of contracts; null where only a sheet beside it names the contract. */
  row: SaidRow | null;
  clauses: readonly SaidRow<(typeof CLAUSE_COLUMNS)[number]>[];
  instructors: readonly SaidRow<(typeof INSTRUCTOR_COLUMNS)[number]>[];
  amendments: readonly SaidRow<(typeof AMENDMENT_COLUMNS)[number]>[];
};

type Reading = { vocabulary: SheetVocabulary; today: string };
type Draft = { line: ContractLine; stands: Deed; amended: ReadonlySet<string>; issues: CellIssue[] };

const LIMITS = { reference: 60, controller: 300, title: 300, place: 300, note: 2000 } as const;
const PERSON_LIMITS = { name: 300, capacity: 300, email: 300, power: 1000 } as const;

/**
 * What stands, with what the cells say laid over it; a blank cell says nothing. A workbook says what holds on a day: what
 * an amendment says is not said otherwise here, since nobody could tell which paper is meant.
 */
export function layLine(said: SaidContract, standing: ContractLine | null, reading: Reading): ContractLine {
  const before = standing ?? blankLine(said.reference);
  const { deed: stands, amendments: inForce } = contractOn(before, reading.today);
  const draft: Draft = {
    line: { ...before, content: structuredClone(before.content), instructors: [] },
    stands,
    amended: fieldsSaidBy(before, inForce),
    issues: [],
  };
  for (const [target, cell] of Object.entries(said.row ?? {})) layCell(draft, target, cell!, reading);
  for (const row of said.clauses) layClause(draft, row, reading);
  const instructors = said.instructors.flatMap((row) => readInstructor(draft, row, before.instructors));
  for (const row of said.amendments) checkAmendment(draft, row);
  return { ...draft.line, instructors, issues: draft.issues };
}

function blankLine(reference: string): ContractLine {
  const dates = { signedOn: null, effectiveOn: null, noticeGivenOn: null, endedOn: null };
  return { reference, title: "", controller: "", ...dates, content: emptyContent(), instructors: [] };
}

/** "terms.breachNoticeHours", "clauses.K25": what an amendment in force says. */
function fieldsSaidBy({ content }: ContractLine, inForce: readonly string[]): Set<string> {
  const amendments = content.amendments.filter(({ id }) => inForce.includes(id));
  return new Set(
    amendments.flatMap(({ says }) =>
      Object.entries(says).flatMap(([section, fields]) =>
        Object.keys(fields).map((field) => `${section}.${field}`),
      ),
    ),
  );
}

function layCell(draft: Draft, target: string, cell: SaidCell, reading: Reading): void {
  if (target === "reference" || target === "controller" || target === "title") {
    if (!isTooLong(draft, cell, LIMITS[target])) draft.line = { ...draft.line, [target]: cell.cell.trim() };
    return;
  }
  const isDate = CONTRACT_DATES.some((date) => date === target);
  const field = deedFieldOf(target);
  const read = isDate
    ? readDay(cell.cell)
    : field && readIn(field.kind, cell, draft.stands, field, reading.vocabulary);
  if (!read) return;
  if (!read.ok) return refuseCell(draft, cell, read.key);
  if (isDate) draft.line = { ...draft.line, [target]: read.value };
  else if (field) layField(draft, cell, field, read.value);
}

type Field = NonNullable<ReturnType<typeof deedFieldOf>>;

/** What the register would write of a list is that list, however its items are written. */
function readIn(
  kind: FieldKind,
  cell: SaidCell,
  stands: Deed,
  field: Field,
  vocabulary: SheetVocabulary,
): CellReading {
  const value = valueIn(stands, field);
  const isAsWritten = Array.isArray(value) && value.join("\n") === cell.cell.trim();
  return isAsWritten ? { ok: true, value } : readSheetCell(kind, cell.cell, vocabulary);
}

function layField(draft: Draft, cell: SaidCell, { section, name, ...field }: Field, value: unknown): void {
  const stood = valueIn(draft.stands, { section, name, ...field });
  if (isSameValue(stood, value)) return;
  if (draft.amended.has(`${section}.${name}`)) return refuseCell(draft, cell, "amended");
  const shape = deedSchema.shape[section].shape as Record<string, z.ZodType>;
  const kept = shape[name]!.safeParse(value);
  if (!kept.success) return refuseCell(draft, cell, "limits");
  const { deed } = draft.line.content;
  Object.assign(deed[section], { [name]: kept.data });
}

function layClause(draft: Draft, row: SaidContract["clauses"][number], { vocabulary }: Reading): void {
  const { id, answer, place, note } = row;
  if (!id) return;
  const clause = CLAUSE_IDS.find((known) => known === id.cell.trim().toUpperCase());
  if (!clause) return refuseCell(draft, id, "clause");
  const answered = answer && vocabulary.answers.get(fold(answer.cell));
  if (answer && !answered) return refuseCell(draft, answer, "choice");
  if (isTooLong(draft, place, LIMITS.place) || isTooLong(draft, note, LIMITS.note)) return;
  const stood = draft.stands.clauses[clause];
  const reading = {
    answer: answered ?? stood.answer,
    place: place?.cell.trim() ?? stood.place,
    note: note?.cell.trim() ?? stood.note,
  };
  if (Object.entries(reading).every(([key, value]) => isSameValue(stood[key as keyof typeof stood], value)))
    return;
  if (draft.amended.has(`clauses.${clause}`)) return refuseCell(draft, id, "amended");
  draft.line.content.deed.clauses[clause satisfies ClauseId] = reading;
}

/** Who may instruct: known already by name and first day, or by name alone where that is enough. */
function readInstructor(
  draft: Draft,
  row: SaidContract["instructors"][number],
  standing: ContractLine["instructors"],
): Omit<Instructor, "id">[] {
  const whole = Object.values(row)[0];
  if (!whole) return [];
  const before = draft.issues.length;
  const from = dayIn(draft, row.from);
  const until = dayIn(draft, row.until);
  const named = standing.filter(({ name }) => isSameValue(name, row.name?.cell.trim()));
  const known =
    named.find((one) => one.from === from) ?? (from === null && named.length === 1 ? named[0] : undefined);
  const said = (field: keyof typeof PERSON_LIMITS) =>
    isTooLong(draft, row[field], PERSON_LIMITS[field])
      ? ""
      : (row[field]?.cell.trim() ?? known?.[field] ?? "");
  const person = {
    name: said("name"),
    capacity: said("capacity"),
    email: said("email"),
    power: said("power"),
    from: from ?? known?.from ?? "",
    until: until ?? known?.until ?? null,
  };
  if (row.email && person.email !== known?.email && !z.email().safeParse(person.email).success)
    refuseCell(draft, row.email, "email");
  const lacks = person.name === "" || person.power === "" || person.from === "";
  if (lacks && draft.issues.length === before) refuseCell(draft, whole, "instructor");
  return draft.issues.length > before ? [] : [person];
}

function dayIn(draft: Draft, cell: SaidCell | undefined): string | null {
  if (!cell) return null;
  const read = readDay(cell.cell);
  if (read.ok) return String(read.value);
  refuseCell(draft, cell, read.key);
  return null;
}

/** The workbook names amendments and does not say what they change: a row that is none of those known is refused. */
function checkAmendment(
  draft: Draft,
  { title, signedOn, effectiveOn }: SaidContract["amendments"][number],
): void {
  const whole = title ?? signedOn ?? effectiveOn;
  if (!whole) return;
  const says = (cell: SaidCell | undefined, day: string | null) => {
    const read = cell && readDay(cell.cell);
    return !read || (read.ok && read.value === day);
  };
  const isKnown = draft.line.content.amendments.some(
    (amendment) =>
      isSameValue(amendment.title, title?.cell.trim() ?? "") &&
      says(signedOn, amendment.signedOn) &&
      says(effectiveOn, effectOf(amendment) ?? amendment.effectiveOn),
  );
  if (!isKnown) refuseCell(draft, whole, "amendment");
}

function valueIn(deed: Deed, { section, name }: Pick<Field, "section" | "name">): unknown {
  return (deed[section] as Record<string, unknown>)[name];
}

/** Blind to how a line ends: a spreadsheet has one way only. */
function isSameValue(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : JSON.stringify(value);
  return plain(one) === plain(other);
}

function isTooLong(draft: Draft, cell: SaidCell | undefined, most: number): boolean {
  if (!cell || cell.cell.trim().length <= most) return false;
  refuseCell(draft, cell, "limits");
  return true;
}

function refuseCell(draft: Draft, cell: SaidCell, key: CellIssue["key"]): void {
  draft.issues.push({ ...cell, key });
}
