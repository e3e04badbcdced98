import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import { askName } from "./ask-name";
import { doubt, doubtCut, isQuestion } from "./doubts";
import { isNoContent } from "./cell-errors";
import { monthFirstDays } from "./date-order";
import { partFormerName } from "./former-name";
import { readController } from "./read-controller";
import { readOnce } from "./read-once";
import { readOwnPart } from "./read-own-part";
import { readTransfer, type TransferCells } from "./read-transfer";
import { readYoungPart } from "./read-young-part";
import { fitContent, type CellsByTarget } from "./row-content";
import { doubtsOfComments } from "./comment-doubts";
import { doubtsOfStruck } from "./struck-doubts";
import { collectNotes, commentNotes, writeNotes } from "./row-notes";
import { joinParts, type Leftover, type Part, partOf } from "./row-parts";
import type { RowRemarks } from "./table";
import type { ColumnMapping, Doubt, ImportTarget, RowReading } from "./types";
import { readAnswer } from "./values/answer";
import { askBeside } from "./values/ask";
import { readDate } from "./values/date";
import { readContractPart, readLists } from "./read-list-parts";
import { readCategories, readExemption, readFrequency } from "./values/own-words";
import { readRetention } from "./values/retention";
import { readSpecial } from "./values/special";
import { readSubProcessors } from "./values/sub-processors";
import { isHollow } from "@/lib/domain/text/vagueness";
import { pointsElsewhere } from "@/lib/domain/text/qualifiers";
import { tickedOptionsOf } from "./values/ticked-options";

export type RowInput = {
  line: number;
  cells: readonly string[];
  mapping: ColumnMapping;
  /** Procedures of the DPO, one of which a cell may name. */
  procedures?: readonly NamedProcedure[];
} & Partial<RowRemarks>;

const DATES = ["startsOn", "endsOn", "reviewedOn", "reviewDueOn"] as const;
const LINES = ["volumes", "measuresAbsentReason", "specialCondition", "informationNotice"] as const;
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
  const written = bareLine(text("controllerName"));
  const isElsewhere = pointsElsewhere(written);
  const isUnsaid = !isElsewhere && written !== "" && isHollow(written);
  const { name, former } = partFormerName(isElsewhere || isUnsaid ? "" : written);
  const parts = [
    readPlain(text),
    readContractPart(text),
    readLists(text),
    readDates(text),
    readTransferPart(text),
    readRetentionPart(text),
    readAnswers(text),
    readYoungPart(text, procedures),
    readOwnPart(text),
  ];
  const leftovers = [
    ...controller.leftovers,
    ...nameLeftover(name),
    ...(former === "" && !isElsewhere && !isUnsaid
      ? []
      : [{ target: "controllerName" as const, text: written }]),
    ...parts.flatMap((part) => part.leftovers),
  ];
  const fields = joinParts(parts).fields;
  const draft: RecordContent = {
    ...emptyContent("-"),
    ...fields,
    activity: bareLine(text("activity") || nameByPurpose(fields)),
    notes: writeNotes(text("notes"), leftovers, byTarget, [
      ...collectNotes(cells, mapping),
      ...commentNotes(notes, mapping),
    ]),
  };
  const { content, doubts } = fitContent(draft, byTarget);
  return {
    line,
    cells: [...cells],
    reference: bareLine(text("reference")),
    controllerName: name.slice(0, LONGEST_NAME).trim(),
    controller: controller.controller,
    content,
    doubts: [
      ...(isElsewhere ? [{ field: "controllerName" as const, ...doubt("refersElsewhere", written) }] : []),
      ...(isUnsaid ? [{ field: "controllerName" as const, ...doubt("describesNothing", written) }] : []),
      ...(former === ""
        ? []
        : [{ field: "controllerName" as const, ...doubt("formerName", written, { name, former }) }]),
      ...askName(name),
      ...(name.length > LONGEST_NAME ? [doubtCut("controllerName", LONGEST_NAME)] : []),
      ...controller.doubts.map((one) => withHeader(one, byTarget)),
      ...parts.flatMap((part) => part.doubts).map((one) => withHeader(one, byTarget)),
      ...doubts,
      ...doubtsOfComments(notes, cells, mapping).map((one) => withHeader(one, byTarget)),
      ...doubtsOfStruck(remarks, cells, mapping).map((one) => withHeader(one, byTarget)),
      ...doubtsOfErrors(cells, mapping),
      ...doubtsOfRemarks(remarks, mapping),
    ],
    denied: deniedIn(content, text),
  };
}

/** A cell of one line, without the bullet of a symbol font before it. */
function bareLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/^[•●▪◦‣➢➤►▶✓✔➔\uf0a7\uf0b7\uf0d8\uf0fc\uf076]\s*(?=\S)/u, "");
}

/** A question keeps the head of its column: its words may go to the notes under it. */
function withHeader(found: Doubt, cells: CellsByTarget): Doubt {
  const header = cells[found.field]?.header ?? "";
  return isQuestion(found) ? { ...found, params: { ...found.params, header } } : found;
}

const dateOf = readOnce(readDate);
const answerOf = readOnce(readAnswer);
const frequencyOf = readOnce(readFrequency);
const minorsOf = readOnce((cell) => {
  const read = readAnswer(cell);
  return askBeside(cell, read.value.text, read, read.value.answer !== "unanswered");
});
const exemptionOf = readOnce((cell) => {
  const read = readExemption(cell);
  return askBeside(cell, read.leftover, read, read.value);
});
const retentionOf = readOnce(readRetention);
const subProcessorsOf = readOnce(readSubProcessors);
const categoriesOf = readOnce(readCategories);
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
  for (const { column, header, target, dateOrder } of mapping) {
    const written = tickedOptionsOf((cells[column] ?? "").trim());
    const text = dateOrder === "month" ? monthFirstDays(written) : written;
    if (text === "" || target === "note" || target === "ignore" || isNoContent(text, target)) continue;
    const before = cellsByTarget[target];
    cellsByTarget[target] = before
      ? { header: before.header, text: `${before.text}\n${text}` }
      : { header, text };
  }
  return cellsByTarget;
}

/** Errors and boxes of the spreadsheet, which say nothing of their field. */
function doubtsOfErrors(cells: readonly string[], mapping: ColumnMapping): Doubt[] {
  return mapping.flatMap(({ column, header, target }) => {
    const text = (cells[column] ?? "").trim();
    if (text === "" || target === "ignore" || !isNoContent(text, target)) return [];
    return [{ field: target, ...doubt("cellError", text, { column: header || String(column + 1) }) }];
  });
}

function doubtsOfRemarks(remarks: RowRemarks["remarks"], mapping: ColumnMapping): Doubt[] {
  return remarks.flatMap(([column, key, params = {}]) => {
    if (key === "textStruck") return [];
    const { target = "note", header = "" } = mapping[column] ?? {};
    return [{ field: target, key, params: { column: header || String(column + 1), ...params } }];
  });
}

function readPlain(text: (target: ImportTarget) => string): Part {
  const fields = Object.fromEntries(LINES.map((target) => [target, text(target)]));
  return { fields, doubts: [], leftovers: [] };
}

function readDates(text: (target: ImportTarget) => string): Part {
  return joinParts(
    DATES.map((target) => partOf(target, dateOf(text(target)), (value) => ({ [target]: value }))),
  );
}

/** A reason of its own column stands; else the words that deny a term are one. */
function readRetentionPart(text: (target: ImportTarget) => string): Part {
  return partOf("retention", retentionOf(text("retention")), ({ retention, absentReason }) => ({
    retention,
    retentionAbsentReason: text("retentionAbsentReason") || absentReason,
  }));
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
    partOf("minors", minorsOf(text("minors")), ({ answer, text: words }) => ({
      minorsAnswer: answer,
      minorsText: words,
    })),
    partOf("subProcessors", subProcessorsOf(text("subProcessors")), ({ answer, subProcessors }) => ({
      subProcessorsAnswer: answer,
      subProcessors,
    })),
  ]);
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
