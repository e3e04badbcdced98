import type { RecordContent } from "@/lib/domain/processing-record/content";
import { callNamed } from "@/lib/domain/processing-record/sub-processors";
import { callProcedure, youngCase, type YoungCase } from "@/lib/domain/processing-record/young";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "@/lib/features/export/print/words";
import { dotted, gapsOf, plain, formatDate, sheetRow, soft } from "./lines";
import type { Line, RowFields, SheetRow, SheetSource } from "./types";

export type AdditionalRow = {
  label: (words: RegisterWords) => string;
  fields: RowFields;
  lines: (content: RecordContent, words: RegisterWords, record: ExportedRecord) => Line[];
};

/** Fields beyond article 30(2). */
export function additionalRows(source: SheetSource): SheetRow[] {
  return spokenRows(ADDITIONAL, source);
}

/** Names unfilled fields without gaps together, last. */
export function spokenRows(additional: readonly AdditionalRow[], source: SheetSource): SheetRow[] {
  const { record, words } = source;
  const rows = additional.map((row) => ({ ...row, texts: row.lines(record.content, words, record) }));
  const isSilent = ({ fields, texts }: (typeof rows)[number]) =>
    texts.length === 0 && gapsOf(fields, source).length === 0;
  const silent = rows.filter(isSilent).map(({ label }) => label(words));
  return [
    ...rows
      .filter((row) => !isSilent(row))
      .map(({ label, fields, texts }) => sheetRow(label(words), fields, texts, source)),
    ...(silent.length === 0
      ? []
      : [sheetRow(words.record("blank"), [], soft(dotted(silent, words)), source)]),
  ];
}

export const SUBJECT_ROWS: readonly AdditionalRow[] = [
  { label: field("persons"), fields: ["persons"], lines: (it, words) => plain(dotted(it.persons, words)) },
  {
    label: field("dataCategories"),
    fields: ["dataCategories"],
    lines: (it, words) => plain(dotted(it.dataCategories, words)),
  },
  {
    label: field("specialAnswer"),
    fields: ["specialAnswer", "specialCategories", "specialText"],
    lines: specialLines,
  },
  {
    label: field("minorsAnswer"),
    fields: ["minorsAnswer", "minorsText", "minorsConsent", "minorsProcedureId"],
    lines: minorLines,
  },
];

export const CIRCUMSTANCE_ROWS: readonly AdditionalRow[] = [
  { label: field("sites"), fields: ["sites"], lines: (it, words) => plain(dotted(it.sites, words)) },
  { label: field("tools"), fields: ["tools"], lines: (it, words) => plain(dotted(it.tools, words)) },
  { label: field("volumes"), fields: ["volumes"], lines: (it) => plain(it.volumes) },
  {
    label: (words) => words.document("document.duration"),
    fields: ["startsOn", "endsOn"],
    lines: durationLines,
  },
  {
    label: (words) => words.document("document.review"),
    fields: ["reviewedOn", "reviewDueOn"],
    lines: reviewLines,
  },
  { label: field("frequency"), fields: ["frequency", "exemptionClaimed"], lines: frequencyLines },
  { label: field("notes"), fields: ["notes"], lines: (it) => plain(...it.notes.split("\n")) },
];

const ADDITIONAL: readonly AdditionalRow[] = [
  {
    label: field("contractReference"),
    fields: ["contractReference", "contractIds"],
    lines: contractLines,
  },
  ...SUBJECT_ROWS,
  {
    label: field("subProcessors"),
    fields: ["subProcessorsAnswer", "subProcessors"],
    lines: subProcessorLines,
  },
  {
    label: field("recipients"),
    fields: ["recipients"],
    lines: (it, words) => plain(dotted(it.recipients, words)),
  },
  ...CIRCUMSTANCE_ROWS,
];

export function field(name: string): AdditionalRow["label"] {
  return (words) => words.record(`fields.${name}`);
}

/** Reference of each contract, then differing words. */
function contractLines(content: RecordContent, words: RegisterWords, record: ExportedRecord): Line[] {
  const text = record.beside?.contract ?? "";
  return [
    ...plain(content.contractReference),
    ...(text === "" ? [] : soft(words.document("document.notLinked", { text }))),
  ];
}

function specialLines(content: RecordContent, words: RegisterWords): Line[] {
  const categories = content.specialCategories.map((id) => words.record(`specialCategories.${id}`));
  const answer = answerLine(content.specialAnswer, words).map(({ text }) => text);
  return [...plain(dotted([...answer, ...categories], words)), ...soft(content.specialText)];
}

/** Writes the status of an entry under article 8 and the procedure that it names. */
function minorLines(content: RecordContent, words: RegisterWords, { procedure }: ExportedRecord): Line[] {
  const { minorsAnswer, minorsText } = content;
  return [
    ...answerLine(minorsAnswer, words),
    ...soft(minorsText),
    ...soft(youngSentence(youngCase(content), words)),
    ...plain(procedure ? callProcedure(procedure) : ""),
  ];
}

function youngSentence(young: YoungCase, words: RegisterWords): string {
  if (young.kind === "not-engaged") return words.record(`young.notEngaged.${young.reason}`);
  return young.kind === "engaged" || young.kind === "open" ? words.record(`young.${young.kind}`) : "";
}

export function subProcessorLines(
  { subProcessorsAnswer, subProcessors }: RecordContent,
  words: RegisterWords,
  record: ExportedRecord,
): Line[] {
  const named = subProcessors.flatMap((row) => {
    const { country, service } = row;
    const name = callNamed(row, record.subProcessors);
    return plain(dotted([name, service, country ? words.country(country) : ""], words));
  });
  return named.length > 0 ? named : answerLine(subProcessorsAnswer, words);
}

function durationLines({ startsOn, endsOn }: RecordContent, words: RegisterWords): Line[] {
  const from = startsOn ? words.document("document.from", { date: formatDate(startsOn, words) }) : "";
  const until = endsOn ? words.document("document.until", { date: formatDate(endsOn, words) }) : "";
  return plain(dotted([from, until], words));
}

function reviewLines({ reviewedOn, reviewDueOn }: RecordContent, words: RegisterWords): Line[] {
  const reviewed = reviewedOn
    ? words.document("document.reviewed", { date: formatDate(reviewedOn, words) })
    : "";
  const due = reviewDueOn
    ? words.document("document.reviewDue", { date: formatDate(reviewDueOn, words) })
    : "";
  return plain(dotted([reviewed, due], words));
}

function frequencyLines({ frequency, exemptionClaimed }: RecordContent, words: RegisterWords): Line[] {
  return [
    ...(frequency === "unanswered" ? [] : plain(words.record(`frequencies.${frequency}`))),
    ...(exemptionClaimed ? plain(words.document("document.exemption")) : []),
  ];
}

export function answerLine(answer: RecordContent["minorsAnswer"], words: RegisterWords): Line[] {
  return answer === "unanswered" ? [] : plain(words.record(`answers.${answer}`));
}
