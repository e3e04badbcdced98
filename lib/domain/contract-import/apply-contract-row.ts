import { z } from "zod";
import { fieldOf } from "@/lib/domain/invariant/required";
import { findQualifiers } from "@/lib/domain/text/qualifiers";
import { fold } from "@/lib/domain/text/fold";
import { contractTermsSchema, emptyContent } from "@/lib/domain/contract/content";
import type { ContractLine } from "./import-plan";
import { contractOn, effectOf, stateOn } from "@/lib/domain/contract/in-force";
import { applyClauses } from "./apply-clause";
import {
  dayIn,
  isSameValue,
  isTooLong,
  addAside,
  refuseCell,
  tellAround,
  wordsOf,
  type Draft,
  type Reading,
  type ReadContract,
  type ReadRow,
} from "./contract-draft";
import { readDay, readSheetCell, type ReadCell } from "./read-sheet-cell";
import { CONTRACT_DATES, contractFieldOf } from "./sheet-fields";
import type { Instructor } from "@/lib/domain/contract/types";

/** Lists of companies and places: a word that denies, excepts or plans one of them makes it another list. */
const NAMES: ReadonlySet<string> = new Set(["object.subProcessors", "object.countries"]);
const LIMITS = { reference: 60, controller: 300, title: 300 } as const;
const PERSON_LIMITS = { name: 300, capacity: 300, email: 300, power: 1000 } as const;

/**
 * Lays the cells over the stored contract; a blank cell changes nothing. A workbook states the terms of a
 * day: a field that an amendment sets cannot be changed here, since nobody could tell which paper is meant.
 */
export function applyContractRow(
  stated: ReadContract,
  status: ContractLine | null,
  reading: Reading,
): ContractLine {
  const before = status ?? emptyRow(stated.reference);
  const { contractTerms: termsInForce, amendments: inForce } = contractOn(before, reading.today);
  const draft: Draft = {
    line: { ...before, content: structuredClone(before.content), instructors: [] },
    before,
    inForce: termsInForce,
    amended: fieldsNamedBy(before, inForce),
    issues: [],
    asides: [],
  };
  for (const [target, cell] of Object.entries(stated.row ?? {}))
    if (cell !== undefined) applyCell(draft, target, cell, reading);
  for (const row of rowsOf(stated)) tellAround(draft, row);
  if (!stated.row && !status) refuseUnknown(draft, stated);
  applyClauses(draft, stated, reading);
  const instructors = stated.instructors.flatMap((row) => readInstructor(draft, row, before.instructors));
  for (const row of stated.amendments) checkAmendment(draft, row);
  checkBeside(draft, stated, { isKnown: status !== null, ...reading });
  return { ...draft.line, instructors, issues: draft.issues, asides: draft.asides };
}

function rowsOf({ row, clauses, instructors, amendments, matrix }: ReadContract): ReadRow[] {
  return [...(row ? [row] : []), ...clauses, ...instructors, ...amendments, ...matrix];
}

/** A sheet beside the table makes no contract by itself. */
function refuseUnknown(draft: Draft, stated: ReadContract): void {
  const [row] = [stated.clauses, stated.instructors, stated.amendments, stated.matrix].flat();
  const cell = row?.reference ?? Object.values(row ?? {})[0];
  if (cell) refuseCell(draft, cell, "reference");
}

/**
 * Compares the columns that only repeat the contract: a change of controller is refused, a change of state is
 * reported.
 */
function checkBeside(
  draft: Draft,
  { row, ...values }: ReadContract,
  { vocabulary, today, isKnown, isChosenName }: Reading & { isKnown: boolean },
): void {
  const beside = [values.clauses, values.instructors, values.amendments, values.matrix].flat();
  const named = isKnown ? draft.before.controller : draft.line.controller;
  for (const { controller } of beside as ReadRow[])
    if (controller && named !== "" && !isSameClient(controller.cell, named, isChosenName))
      refuseCell(draft, controller, "controller");
  const state = row?.state && vocabulary.states.get(fold(row.state.cell));
  // The file still says the state of what it was made from, also where it changes the dates.
  const isStated =
    state === stateOn(draft.line, today) || (isKnown && state === stateOn(draft.before, today));
  if (row?.state && !isStated) addAside(draft, row.state, "state");
}

function isSameClient(cell: string, named: string, isChosenName: Reading["isChosenName"]): boolean {
  return isSameValue(cell, named) || isChosenName(cell.trim(), named);
}

function emptyRow(reference: string): ContractLine {
  const dates = { signedOn: null, effectiveOn: null, noticeGivenOn: null, endedOn: null };
  return { reference, title: "", controller: "", ...dates, content: emptyContent(), instructors: [] };
}

/** "terms.breachNoticeHours", "clauses.K25": what an amendment in force says. */
function fieldsNamedBy({ content }: ContractLine, inForce: readonly string[]): Set<string> {
  const amendments = content.amendments.filter(({ id }) => inForce.includes(id));
  return new Set(
    amendments.flatMap(({ says: textOf }) =>
      Object.entries(textOf).flatMap(([section, fields]) =>
        Object.keys(fields).map((field) => `${section}.${field}`),
      ),
    ),
  );
}

function applyCell(draft: Draft, target: string, cell: ReadCell, reading: Reading): void {
  const { line } = draft;
  if (target === "reference" || target === "controller" || target === "title") {
    const words = wordsOf(draft, cell, target === "reference" ? "" : line[target]);
    if (words === undefined || isTooLong(draft, cell, LIMITS[target])) return;
    draft.line = { ...line, [target]: words };
    return;
  }
  const date = CONTRACT_DATES.find((known) => known === target);
  if (date) draft.line = { ...line, [date]: dayIn(draft, cell, line[date]) ?? line[date] };
  const field = contractFieldOf(target);
  if (field) applyField(draft, cell, field, reading);
}

type Field = NonNullable<ReturnType<typeof contractFieldOf>>;

function applyField(draft: Draft, cell: ReadCell, field: Field, { vocabulary }: Reading): void {
  const { section, name, kind } = field;
  const target = `${section}.${name}`;
  const previous = (draft.inForce[section] as Record<string, unknown>)[name];
  const words = wordsOf(draft, cell, previous);
  // Lists are compared as the register writes them, however the items are spelt.
  if (words === undefined || (Array.isArray(previous) && isSameValue(previous.join("\n"), words))) return;
  if (kind.kind === "day" && cell.isOrderOpen) return refuseCell(draft, cell, "dayOrder", target);
  if (NAMES.has(target) && findQualifiers(words).length > 0)
    return refuseCell(draft, cell, "unsettled", target);
  const read = readSheetCell(kind, words, vocabulary, cell.head);
  if (!read.ok) return refuseCell(draft, cell, read.key, target);
  if (isSameValue(previous, read.value)) return;
  if (draft.amended.has(target)) return refuseCell(draft, cell, "amended");
  const shape = contractTermsSchema.shape[section].shape as Record<string, z.ZodType>;
  const stored = fieldOf(shape, name).safeParse(read.value);
  if (!stored.success) return refuseCell(draft, cell, "limits");
  Object.assign(draft.line.content.deed[section], { [name]: stored.data });
}

/** Matches a known instructor by name and first day, or by name alone where that is unambiguous. */
function readInstructor(
  draft: Draft,
  row: ReadContract["instructors"][number],
  status: ContractLine["instructors"],
): Omit<Instructor, "id">[] {
  const whole = Object.values(row)[0];
  if (!whole) return [];
  const before = draft.issues.length;
  const named = status.filter(({ name }) => isSameValue(name, row.name?.cell.trim()));
  const [alone] = named.length === 1 ? named : [];
  const from = dayIn(draft, row.from, alone?.from ?? null);
  const until = dayIn(draft, row.until, alone?.until ?? null);
  const known = named.find((one) => one.from === from) ?? (from === null ? alone : undefined);
  const stated = (field: keyof typeof PERSON_LIMITS) =>
    isTooLong(draft, row[field], PERSON_LIMITS[field])
      ? ""
      : (wordsOf(draft, row[field], known?.[field] ?? "") ?? known?.[field] ?? "");
  const person = {
    name: stated("name"),
    capacity: stated("capacity"),
    email: stated("email"),
    power: stated("power"),
    from: from ?? known?.from ?? "",
    until: until ?? known?.until ?? null,
  };
  if (row.email && person.email !== known?.email && !z.email().safeParse(person.email).success)
    refuseCell(draft, row.email, "email");
  const lacks = person.name === "" || person.power === "" || person.from === "";
  if (lacks && draft.issues.length === before) refuseCell(draft, whole, "instructor");
  return draft.issues.length > before ? [] : [person];
}

/** The workbook names amendments and does not say what they change: a row that is none of those known is refused. */
function checkAmendment(
  draft: Draft,
  { title, signedOn, effectiveOn }: ReadContract["amendments"][number],
): void {
  const whole = title ?? signedOn ?? effectiveOn;
  if (!whole) return;
  const textOf = (cell: ReadCell | undefined, day: string | null) => {
    const read = cell && readDay(cell.cell);
    return !read || (!cell.isOrderOpen && read.ok && read.value === day);
  };
  const isKnown = draft.line.content.amendments.some(
    (amendment) =>
      isSameValue(amendment.title, title?.cell.trim() ?? "") &&
      textOf(signedOn, amendment.signedOn) &&
      textOf(effectiveOn, effectOf(amendment) ?? amendment.effectiveOn),
  );
  if (!isKnown) refuseCell(draft, whole, "amendment");
}
