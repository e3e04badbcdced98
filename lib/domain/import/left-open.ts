import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { ControllerReading, ImportTarget } from "./types";

/** Facts of the controller that were read of a cell: without an answer they are not known, and the notes keep the words. */
export const OF_PARTY: Readonly<Partial<Record<ImportTarget, readonly (keyof ControllerReading)[]>>> = {
  controllerCountry: ["country"],
  controllerDpo: ["dpoContact", "hasNoDpo"],
  controllerRepresentative: ["representative", "representativeAbsentReason"],
};

/** Content of a field whose question is left open. */
export const BLANKS: Readonly<Partial<Record<ImportTarget, Partial<RecordContent>>>> = {
  subProcessors: { subProcessorsAnswer: "unanswered", subProcessors: [] },
  activity: { activity: "" },
  purposes: { purposes: [] },
  cndpNumbers: { cndpNumbers: [] },
  operations: { operations: [] },
  persons: { persons: [] },
  dataCategories: { dataCategories: [] },
  measures: { measures: [] },
  tools: { tools: [] },
  sites: { sites: [] },
  recipients: { recipients: [] },
  contractReference: { contractReference: "" },
  volumes: { volumes: "" },
  specialCategories: { specialCategories: [] },
  special: { specialAnswer: "unanswered", specialCategories: [] },
  minors: { minorsAnswer: "unanswered" },
  legalBases: { legalBases: [] },
  jointControllers: { jointAnswer: "unanswered", jointControllers: [] },
  retention: { retention: "", retentionAbsentReason: "" },
  targetsUnion: { targetsUnion: "unanswered" },
  exemption: { exemptionClaimed: false },
  startsOn: { startsOn: null },
  endsOn: { endsOn: null },
  reviewedOn: { reviewedOn: null },
  reviewDueOn: { reviewDueOn: null },
};

const OTHERS: ReadonlySet<ImportTarget> = new Set<ImportTarget>(["controllerName", "transfer", "instrument"]);

/** True where the value read of a cell can be taken back by leaving its question open. */
export function canStayOpen(field: ImportTarget): boolean {
  return OTHERS.has(field) || field in BLANKS || field in OF_PARTY;
}
