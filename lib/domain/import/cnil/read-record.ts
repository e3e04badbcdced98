import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";
import { fold } from "@/lib/domain/text/fold";
import { addNote, fitContent } from "../row-content";
import type { Doubt } from "../types";
import { readDate } from "../values/date";
import { readNoAnswer } from "../values/none";
import { readAdditionalFields } from "./additional-fields";
import type { CnilListing } from "./list";
import { readData, readItems, readSpecialRows, type Leftover } from "./read-rows";
import { readTransfers } from "./read-transfers";
import type { CnilRow, CnilSheet } from "./sheet";
import {
  ACTOR_COLUMNS,
  ACTOR_LABELS,
  DESCRIPTION_LABELS,
  LIST_HEADS,
  NUMBERED,
  SECTION_HEADS,
} from "./words";

/** Facts of the organisation, which are not repeated in the notes of an entry. */
export type CnilKnown = {
  /** Lines of the actors as its own export writes them, "Label : name, address…". */
  actors: readonly string[];
  /** Ids of the library's measures by their names, "M-004 Double authentification". */
  measures: ReadonlyMap<string, string>;
  /** Ids of the DPO's procedures by their names. */
  procedures?: ReadonlyMap<string, string>;
};

export type CnilRecord = { reference: string; content: RecordContent; doubts: Doubt[] };

const LONGEST_REFERENCE = 60;

/**
 * Reads one sheet, or a line of the list without a sheet, as an entry of the company's own register, art.
 * 30(1). Nothing is dropped: text without a field of its own goes to the notes as "Label : value".
 */
export function readCnilRecord(sheet: CnilSheet, listing: CnilListing | null, known: CnilKnown): CnilRecord {
  const { sections } = sheet;
  const rowsOf = (name: keyof typeof SECTION_HEADS): CnilRow[] => sections[name] ?? [];
  const description = readDescription(rowsOf("description"));
  const stated = (label: string, listed: string) => description.of(label) || listed;
  const purposes = purposesOf(rowsOf("purposes"), listing);
  const activity = stated(DESCRIPTION_LABELS.activity, listing?.activity ?? "") || (purposes.items[0] ?? "");
  const created = readDate(stated(DESCRIPTION_LABELS.created, listing?.created ?? ""));
  const updated = readDate(stated(DESCRIPTION_LABELS.updated, listing?.updated ?? ""));
  const data = readData(rowsOf("data"), rowsOf("special"));
  const special = readSpecialRows(rowsOf("special"), listing?.special ?? "");
  const transfers = readTransfers(rowsOf("transfers"));
  const actors = readActors(rowsOf("actors"), known.actors);
  const measures = readItems(rowsOf("measures"), NUMBERED.measures);
  const leftovers: Leftover[] = [
    ...description.leftovers,
    { header: DESCRIPTION_LABELS.created, text: created.leftover },
    { header: DESCRIPTION_LABELS.updated, text: updated.leftover },
    ...listingLeftovers(listing, description, purposes.items),
    ...actors.leftovers,
    ...data.leftovers,
    ...transfers.leftovers,
    ...sheet.aside.map((text) => ({ header: "", text })),
  ];
  const draft: RecordContent = {
    ...emptyContent("-"),
    activity,
    purposes: purposes.items,
    startsOn: created.value,
    reviewedOn: updated.value,
    jointAnswer: actors.jointAnswer,
    jointControllers: actors.joint,
    dataCategories: data.items,
    retention: data.retention,
    ...special,
    persons: readItems(rowsOf("persons"), NUMBERED.persons),
    recipients: readItems(rowsOf("recipients"), NUMBERED.recipients),
    measures: measures.filter((item) => !known.measures.has(item)),
    measureIds: measures.flatMap((item) => known.measures.get(item) ?? []),
    transferAnswer: transfers.transferAnswer,
    destinations: transfers.destinations,
  };
  return completeRecord(draft, {
    additional: rowsOf("additional"),
    leftovers,
    procedures: known.procedures,
    reference: stated(DESCRIPTION_LABELS.reference, listing?.reference ?? "").slice(0, LONGEST_REFERENCE),
    doubts: [
      ...created.doubts.map((found) => ({ field: "startsOn" as const, ...found })),
      ...updated.doubts.map((found) => ({ field: "reviewedOn" as const, ...found })),
      ...transfers.doubts.map(({ field, found }) => ({ field, ...found })),
    ],
  });
}

type CnilRemainder = Pick<CnilKnown, "procedures"> & {
  additional: CnilRow[];
  leftovers: Leftover[];
  reference: string;
  doubts: Doubt[];
};

function completeRecord(
  draft: RecordContent,
  { additional, leftovers, procedures, reference, doubts }: CnilRemainder,
): CnilRecord {
  const cells = {
    dataCategories: { header: SECTION_HEADS.data, text: draft.dataCategories.join("\n") },
    special: { header: SECTION_HEADS.special, text: draft.specialText },
    persons: { header: SECTION_HEADS.persons, text: draft.persons.join("\n") },
    recipients: { header: SECTION_HEADS.recipients, text: draft.recipients.join("\n") },
    measures: { header: SECTION_HEADS.measures, text: draft.measures.join("\n") },
    activity: { header: DESCRIPTION_LABELS.activity, text: draft.activity },
    retention: { header: "Durée de conservation", text: draft.retention },
  };
  const fitted = fitContent(draft, cells);
  const read = readAdditionalFields(
    fitted.content,
    additional.map(({ label, first, second }) => [label, first || second] as const),
    procedures,
  );
  const rest = [...leftovers, ...read.leftovers.map(([header, text]) => ({ header, text }))];
  const notes = rest
    .filter(({ text }) => text.trim() !== "")
    .reduce((all, { header, text }) => addNote(all, header, text), read.content.notes);
  const whole = fitContent({ ...read.content, notes }, {});
  return { reference, content: whole.content, doubts: [...doubts, ...fitted.doubts, ...whole.doubts] };
}

function readDescription(rows: CnilRow[]) {
  const labels = Object.values(DESCRIPTION_LABELS).map(fold);
  const textOf = ({ first, second }: CnilRow) => [first, second].filter(Boolean).join(", ");
  return {
    of: (label: string) =>
      rows
        .filter((row) => fold(row.label) === fold(label))
        .map(textOf)
        .find(Boolean) ?? "",
    leftovers: rows
      .filter((row) => !labels.includes(fold(row.label)))
      .map((row): Leftover => ({ header: row.label, text: textOf(row) })),
  };
}

function purposesOf(rows: CnilRow[], listing: CnilListing | null): { items: string[] } {
  const items = rows.flatMap(({ first, second }) => [first, second].filter(Boolean).join(" : ") || []);
  return { items: items.length > 0 ? items : [listing?.purposes ?? ""].filter(Boolean) };
}

/** Text of the list that differs from the sheet. */
function listingLeftovers(
  listing: CnilListing | null,
  { of }: ReturnType<typeof readDescription>,
  purposes: string[],
): Leftover[] {
  if (!listing) return [];
  const isSame = (a: string, b: string) => a === "" || b === "" || dayOf(a) === dayOf(b);
  const isNamed = ` ${fold(purposes.join(" "))} `.includes(` ${fold(listing.purposes)} `);
  return [
    ...(isSame(listing.created, of(DESCRIPTION_LABELS.created))
      ? []
      : [{ header: LIST_HEADS.created, text: listing.created }]),
    ...(isSame(listing.updated, of(DESCRIPTION_LABELS.updated))
      ? []
      : [{ header: LIST_HEADS.updated, text: listing.updated }]),
    ...(listing.purposes === "" || isNamed ? [] : [{ header: LIST_HEADS.purposes, text: listing.purposes }]),
  ];
}

function dayOf(text: string): string {
  return readDate(text).value?.value ?? text;
}

/** Joint controllers have a field, art. 26; the others are the organisation's, and noted where they say something else. */
function readActors(rows: CnilRow[], own: readonly string[]) {
  const isJoint = ({ label }: CnilRow) => fold(label).startsWith("responsable s conjoint");
  const joint = rows.filter(isJoint).map(actorText).filter(Boolean);
  const named = joint.filter((text) => readNoAnswer(text) === null);
  const lines = rows
    .filter((row) => !isJoint(row))
    .map((row): Leftover => ({ header: row.label, text: actorText(row) }))
    .filter(({ header, text }) => text !== "" && !own.includes(`${header} : ${text}`));
  const jointAnswer =
    named.length > 0 ? ("yes" as const) : joint.length > 0 ? ("no" as const) : ("unanswered" as const);
  return { joint: named, jointAnswer, leftovers: lines };
}

function actorText({ cells }: CnilRow): string {
  return cells.slice(0, ACTOR_COLUMNS.length).filter(Boolean).join(", ");
}

/** The line of an actor as it is read back, for `CnilKnown.actors`. */
export function actorLine(label: keyof typeof ACTOR_LABELS, cells: readonly string[]): string {
  return `${ACTOR_LABELS[label]} : ${cells
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(", ")}`;
}
