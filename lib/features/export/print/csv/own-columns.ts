import {
  answerCell,
  assessmentCell,
  joinItems,
  safeguardCell,
  subProcessorCell,
  transferCell,
} from "./cells";
import {
  CARE,
  DURATION,
  gapsColumn,
  LIBRARY_MEASURES,
  REVIEW_DUE,
  REVIEWED,
  STATUS_COLUMNS,
  SUBJECTS,
  type Column,
} from "./columns";

/** Columns in the order of article 30(1). */
export const OWN_COLUMNS: readonly Column[] = [
  { key: "reference", width: 12, cell: ({ reference }) => reference },
  { key: "ownController", cell: ({ controller }) => controller.legalName },
  {
    key: "joint",
    cell: ({ content }, words) =>
      joinItems(content.jointControllers) || answerCell(content.jointAnswer, words),
  },
  { key: "ownActivity", cell: ({ content }) => content.activity },
  { key: "purposes", width: 48, cell: ({ content }) => joinItems(content.purposes) },
  ...SUBJECTS,
  ...CARE,
  { key: "recipients", cell: ({ content }) => joinItems(content.recipients) },
  { key: "processors", cell: subProcessorCell },
  { key: "ownTransfers", cell: ({ content }, words) => transferCell(content, words) },
  { key: "safeguards", cell: ({ content }, words) => safeguardCell(content, words) },
  { key: "assessedOn", cell: ({ content }, words) => assessmentCell(content, words) },
  { key: "retention", cell: ({ content }) => content.retention },
  { key: "retentionAbsentReason", cell: ({ content }) => content.retentionAbsentReason },
  LIBRARY_MEASURES,
  { key: "measures", width: 48, cell: ({ content }) => joinItems(content.measures) },
  { key: "measuresAbsentReason", cell: ({ content }) => content.measuresAbsentReason },
  {
    key: "legalBases",
    cell: ({ content }, words) =>
      joinItems(content.legalBases.map((basis) => words.record(`legalBases.${basis}`))),
  },
  { key: "specialCondition", cell: ({ content }) => content.specialCondition },
  { key: "information", cell: ({ content }) => content.informationNotice },
  { key: "cndp", cell: ({ content }) => joinItems(content.cndpNumbers) },
  { key: "targetsUnion", cell: ({ content }, words) => answerCell(content.targetsUnion, words) },
  { key: "sites", cell: ({ content }) => joinItems(content.sites) },
  { key: "tools", cell: ({ content }) => joinItems(content.tools) },
  { key: "volumes", cell: ({ content }) => content.volumes },
  ...DURATION,
  REVIEWED,
  REVIEW_DUE,
  { key: "notes", width: 48, cell: ({ content }) => content.notes },
  ...STATUS_COLUMNS,
  gapsColumn("controller"),
];
