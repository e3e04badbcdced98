import {
  answerLine,
  CIRCUMSTANCE_ROWS,
  field,
  spokenRows,
  SUBJECT_ROWS,
  subProcessorLines,
} from "./additional-fields";
import { dotted, plain, sheetRow, soft } from "./lines";
import { dpoLines, processorLines, representativeLines } from "./parties";
import type { AdditionalRow } from "./additional-fields";
import type { SheetRow, SheetSource } from "./types";

/** Article 30(1)(a): controller, joint controllers, representative and DPO. */
export function ownPartyRows(source: SheetSource): SheetRow[] {
  const { organisation, words, record, on } = source;
  const { jointAnswer, jointControllers, targetsUnion } = record.content;
  const label = (name: string) => words.record(`fields.${name}`);
  const joint = plain(...jointControllers);
  return [
    sheetRow(label("organisation"), ["organisation"], processorLines(organisation, words), source),
    sheetRow(
      label("jointControllers"),
      ["jointAnswer", "jointControllers"],
      joint.length > 0 ? joint : answerLine(jointAnswer, words),
      source,
    ),
    sheetRow(
      label("organisationRepresentative"),
      ["organisationRepresentative"],
      representativeLines(organisation, words, on),
      source,
    ),
    sheetRow(label("organisationDpo"), ["organisationDpo"], dpoLines(organisation, words), source),
    sheetRow(label("targetsUnion"), ["targetsUnion"], answerLine(targetsUnion, words), source),
  ];
}

/** Article 30(1)(b). */
export function purposeRows(source: SheetSource): SheetRow[] {
  const { words, record } = source;
  return [
    sheetRow(
      words.record("fields.purposes"),
      ["purposes", "activity"],
      plain(...record.content.purposes),
      source,
    ),
  ];
}

/** Article 30(1)(c). */
export function subjectRows(source: SheetSource): SheetRow[] {
  return allRows(SUBJECT_ROWS, source);
}

/** Article 30(1)(d): a processor is a recipient too, article 4(9). */
export function recipientRows(source: SheetSource): SheetRow[] {
  return allRows(RECIPIENTS, source);
}

/** Article 30(1)(f): a period, or the reason for none. */
export function retentionRows(source: SheetSource): SheetRow[] {
  const { words, record } = source;
  const { retention, retentionAbsentReason: reason } = record.content;
  const lines = [
    ...plain(...retention.split("\n")),
    ...(reason.trim() === "" ? [] : soft(words.document("document.own.absentTerm", { reason }))),
  ];
  return [sheetRow(words.record("fields.retention"), ["retention", "retentionAbsentReason"], lines, source)];
}

/** Fields beyond article 30(1): basis, notice, filings under law 09-08. */
export function ownAdditionalRows(source: SheetSource): SheetRow[] {
  return spokenRows([...GROUNDS, ...CIRCUMSTANCE_ROWS], source);
}

const RECIPIENTS: readonly AdditionalRow[] = [
  {
    label: field("recipients"),
    fields: ["recipients"],
    lines: (it, words) => plain(dotted(it.recipients, words)),
  },
  {
    label: (words) => words.record("own.fields.subProcessors"),
    fields: ["subProcessorsAnswer", "subProcessors"],
    lines: subProcessorLines,
  },
];

const GROUNDS: readonly AdditionalRow[] = [
  {
    label: field("legalBases"),
    fields: ["legalBases"],
    lines: (it, words) =>
      plain(
        dotted(
          it.legalBases.map((basis) => words.record(`legalBases.${basis}`)),
          words,
        ),
      ),
  },
  {
    label: field("specialCondition"),
    fields: ["specialCondition"],
    lines: (it) => plain(it.specialCondition),
  },
  {
    label: field("informationNotice"),
    fields: ["informationNotice"],
    lines: (it) => plain(it.informationNotice),
  },
  {
    label: field("cndpNumbers"),
    fields: ["cndpNumbers"],
    lines: (it, words) => plain(dotted(it.cndpNumbers, words)),
  },
];

/** Fields that the article requires are shown even when empty. */
function allRows(rows: readonly AdditionalRow[], source: SheetSource): SheetRow[] {
  const { record, words } = source;
  return rows.map(({ label, fields, lines }) =>
    sheetRow(label(words), fields, lines(record.content, words, record), source),
  );
}
