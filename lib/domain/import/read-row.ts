import { emptyContent, type Answer, type RecordContent } from "@/lib/domain/processing-record/content";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import { doubtCut, type Reading } from "./doubts";
import { readController } from "./read-controller";
import { readOnce } from "./read-once";
import { readTransfer, type TransferCells } from "./read-transfer";
import { readYoungPart } from "./read-young-part";
import { addNote, fitContent, type CellsByTarget } from "./row-content";
import { joinParts, type Leftover, type Part, partOf } from "./row-parts";
import type { RowRemarks } from "./table";
import type { ColumnMapping, Doubt, ImportTarget, RowReading } from "./types";
import { readAnswer } from "./values/answer";
import { readDate } from "./values/date";
import { readJoint } from "./values/joint";
import { readLegalBases } from "./values/legal-bases";
import { readList } from "./values/list";
import { readCategories, readExemption, readFrequency } from "./values/own-words";
import { readSpecial } from "./values/special";
import { readSubProcessors } from "./values/sub-processors";

export type RowInput = {
  line: number;
  cells: readonly string[];
  mapping: ColumnMapping;
  /** Procedures of the DPO, one of which a cell may name. */
  procedures?: readonly NamedProcedure[];
} & Partial<RowRemarks>;

const LISTS = [
  "purposes",
  "cndpNumbers",
  "operations",
  "persons",
  "dataCategories",
  "measures",
  "tools",
  "sites",
  "recipients",
] as const;
const DATES = ["startsOn", "endsOn", "reviewedOn", "reviewDueOn"] as const;
const LINES = [
  "contractReference",
  "volumes",
  "measuresAbsentReason",
  "retention",
  "retentionAbsentReason",
  "specialCondition",
  "informationNotice",
] as const;
const LONGEST_NAME = 300;

/**
 * Reads a row under a mapping, as a draft with its gaps. No text is lost: what a reader could not place, and every
 * column kept as a note, stands in the notes as "Header : value"; what was read without certainty is a doubt.
 */
export function readRow({
  line,
  cells,
  mapping,
  procedures = [],
  notes = [],
  remarks = [],
}: RowInput): RowReading {
  const byTarget = collectCells(cells, mapping);
  const text = (target: ImportTarget): string => byTarget[target]?.text.trim() ?? "";
  const controller = controllerOf(JSON.stringify(pickParty(byTarget)));
  const name = text("controllerName").replace(/\s+/g, " ");
  const parts = [
    readPlain(text),
    readLists(text),
    readDates(text),
    readTransferPart(text),
    readAnswers(text),
    readYoungPart(text, procedures),
    readOwnPart(text),
  ];
  const leftovers = [
    ...controller.leftovers,
    ...nameLeftover(name),
    ...parts.flatMap((part) => part.leftovers),
  ];
  const fields = joinParts(parts).fields;
  const draft: RecordContent = {
    ...emptyContent("-"),
    ...fields,
    activity: (text("activity") || nameByPurpose(fields)).replace(/\s+/g, " "),
    notes: writeNotes(text("notes"), leftovers, byTarget, [
      ...collectNotes(cells, mapping),
      ...commentNotes(notes, mapping),
    ]),
  };
  const { content, doubts } = fitContent(draft, byTarget);
  return {
    line,
    cells: [...cells],
    reference: text("reference").replace(/\s+/g, " "),
    controllerName: name.slice(0, LONGEST_NAME).trim(),
    controller: controller.controller,
    content,
    doubts: [
      ...(name.length > LONGEST_NAME ? [doubtCut("controllerName", LONGEST_NAME)] : []),
      ...controller.doubts,
      ...parts.flatMap((part) => part.doubts),
      ...doubts,
      ...doubtsOfRemarks(remarks, mapping),
    ],
    denied: deniedIn(content, text),
  };
}

const listOf = readOnce(readList);
const dateOf = readOnce(readDate);
const answerOf = readOnce(readAnswer);
const frequencyOf = readOnce(readFrequency);
const exemptionOf = readOnce(readExemption);
const subProcessorsOf = readOnce(readSubProcessors);
const jointOf = readOnce(readJoint);
const legalBasesOf = readOnce(readLegalBases);
const categoriesOf = readOnce(readCategories);
const targetsUnionOf = readOnce(readTargetsUnion);
const transferOf = readOnce((cells) => readTransfer(JSON.parse(cells) as TransferCells));
const controllerOf = readOnce((cells) => readController(JSON.parse(cells) as CellsByTarget));

const PARTY = [
  "controllerAddress",
  "controllerCountry",
  "controllerRegistration",
  "controllerContact",
  "controllerDpo",
  "controllerRepresentative",
] as const;

/** The cells that speak of the controller and not of the row. */
function pickParty(cells: CellsByTarget): CellsByTarget {
  return Object.fromEntries(PARTY.flatMap((target) => (cells[target] ? [[target, cells[target]]] : [])));
}

/** Fields without content after the answer no: the list beside it, or a box that is not ticked. */
const LISTED_BY = {
  subProcessorsAnswer: "subProcessors",
  specialAnswer: "specialCategories",
  transferAnswer: "destinations",
} as const satisfies Partial<Record<keyof RecordContent, keyof RecordContent>>;

function deniedIn(content: RecordContent, text: (target: ImportTarget) => string): (keyof RecordContent)[] {
  const answers = Object.keys(LISTED_BY) as (keyof typeof LISTED_BY)[];
  const lists = answers.flatMap((answer) => (content[answer] === "no" ? [LISTED_BY[answer]] : []));
  const isUnclaimed = answerOf(text("exemption")).value.answer === "no";
  return isUnclaimed ? [...lists, "exemptionClaimed"] : lists;
}

/** The cells of each target; two columns of one target make two lines, each after its own head. */
function collectCells(cells: readonly string[], mapping: ColumnMapping): CellsByTarget {
  const cellsByTarget: CellsByTarget = {};
  for (const { column, header, target } of mapping) {
    const text = (cells[column] ?? "").trim();
    if (text === "" || target === "note" || target === "ignore") continue;
    const before = cellsByTarget[target];
    cellsByTarget[target] = before
      ? { header: before.header, text: `${before.text}\n${text}` }
      : { header, text };
  }
  return cellsByTarget;
}

function collectNotes(cells: readonly string[], mapping: ColumnMapping): { header: string; text: string }[] {
  const mapped = new Set(mapping.map(({ column }) => column));
  // A row may run past the head: what stands there has no name, and is kept.
  const additional = cells.flatMap((_, column) => (mapped.has(column) ? [] : [{ column, header: "" }]));
  return [...mapping.filter(({ target }) => target === "note"), ...additional]
    .map(({ column, header }) => ({ header, text: (cells[column] ?? "").trim() }))
    .filter(({ text }) => text !== "");
}

/** Writes a comment of a cell under its column's head: « Client, commentaire : … ». */
function commentNotes(
  notes: RowRemarks["notes"],
  mapping: ColumnMapping,
): { header: string; text: string }[] {
  return notes.map(([column, text]) => ({ header: mapping[column]?.header ?? "", text }));
}

function doubtsOfRemarks(remarks: RowRemarks["remarks"], mapping: ColumnMapping): Doubt[] {
  return remarks.map(([column, key]) => {
    const { target = "note", header = "" } = mapping[column] ?? {};
    return { field: target, key, params: { column: header || String(column + 1) } };
  });
}

function readPlain(text: (target: ImportTarget) => string): Part {
  const fields = Object.fromEntries(LINES.map((target) => [target, text(target)]));
  return { fields, doubts: [], leftovers: [] };
}

function readLists(text: (target: ImportTarget) => string): Part {
  return joinParts(
    LISTS.map((target) => partOf(target, listOf(text(target)), (value) => ({ [target]: value }))),
  );
}

function readDates(text: (target: ImportTarget) => string): Part {
  return joinParts(
    DATES.map((target) => partOf(target, dateOf(text(target)), (value) => ({ [target]: value }))),
  );
}

function readTransferPart(text: (target: ImportTarget) => string): Part {
  const cells = {
    transfer: text("transfer"),
    instrument: text("instrument"),
    assessment: text("assessment"),
    derogation: text("derogation"),
  };
  const { fields, doubts, leftover } = transferOf(JSON.stringify(cells));
  return {
    fields,
    doubts: (Object.keys(cells) as (keyof typeof cells)[]).flatMap((field) =>
      doubts[field].map((found) => ({ field, ...found })),
    ),
    leftovers: [{ target: "transfer", text: leftover }],
  };
}

function readAnswers(text: (target: ImportTarget) => string): Part {
  return joinParts([
    readSpecialPart(text),
    partOf("frequency", frequencyOf(text("frequency")), (frequency) => ({ frequency })),
    partOf("exemption", exemptionOf(text("exemption")), (exemptionClaimed) => ({ exemptionClaimed })),
    partOf("minors", answerOf(text("minors")), ({ answer, text: words }) => ({
      minorsAnswer: answer,
      minorsText: words,
    })),
    partOf("subProcessors", subProcessorsOf(text("subProcessors")), ({ answer, subProcessors }) => ({
      subProcessorsAnswer: answer,
      subProcessors,
    })),
  ]);
}

/** Reads the fields of 30(1) that the processor's register lacks. */
function readOwnPart(text: (target: ImportTarget) => string): Part {
  return joinParts([
    partOf("jointControllers", jointOf(text("jointControllers")), ({ answer, names }) => ({
      jointAnswer: answer,
      jointControllers: names,
    })),
    partOf("legalBases", legalBasesOf(text("legalBases")), (legalBases) => ({ legalBases })),
    partOf("targetsUnion", targetsUnionOf(text("targetsUnion")), (targetsUnion) => ({ targetsUnion })),
  ]);
}

function readTargetsUnion(cell: string): Reading<Answer> {
  const { value, doubts, leftover } = readAnswer(cell);
  return { value: value.answer, doubts, leftover: value.text || leftover };
}

/** A register without names calls its entries by their first purpose, which says it whole. */
function nameByPurpose({ purposes = [] }: Partial<RecordContent>): string {
  return (purposes[0] ?? "").slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, "");
}

/** Categories that are named settle which they are, whatever the answer beside them leaves open. */
function readSpecialPart(text: (target: ImportTarget) => string): Part {
  const beside = { data: text("dataCategories"), activity: text("activity") };
  const stated = readSpecial(text("special"), beside);
  const named = categoriesOf(text("specialCategories"));
  const isNamed = named.value.length > 0;
  const answered = partOf("special", isNamed ? { ...stated, doubts: [] } : stated, (value) => ({
    specialAnswer: isNamed && value.answer === "unanswered" ? "yes" : value.answer,
    specialCategories: isNamed ? named.value : value.categories,
    specialText: value.text,
  }));
  return joinParts([answered, partOf("specialCategories", named, () => ({}))]);
}

function nameLeftover(name: string): Leftover[] {
  return name.length > LONGEST_NAME ? [{ target: "controllerName", text: name }] : [];
}

/** The file's own notes first, then what found no place, then the columns kept as notes. */
function writeNotes(
  notes: string,
  leftovers: Leftover[],
  cells: CellsByTarget,
  stored: { header: string; text: string }[],
): string {
  const left = leftovers
    .filter(({ text }) => text.trim() !== "")
    .map(({ target, text }) => ({ header: cells[target]?.header ?? "", text }));
  return [...left, ...stored].reduce((all, { header, text }) => addNote(all, header, text), notes);
}
