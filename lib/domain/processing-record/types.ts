import type { DutyBasis } from "@/lib/domain/organisation/types";
import type { RecordContent } from "./content";

/** Draft → active → suspended → ended: each a dated fact with an author. */
export const RECORD_STATES = ["draft", "active", "suspended", "ended"] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/** The processor's register, art. 30(2), or the company's own, art. 30(1). */
export const CAPACITIES = ["processor", "controller"] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** A field that a gap leads to: one of the content, or one of the parties. */
export type RecordField =
  | keyof RecordContent
  | "controller"
  | "controllerContact"
  | "controllerJoint"
  | "controllerRepresentative"
  | "controllerDpo"
  | "processor"
  | "processorRepresentative"
  | "processorDpo"
  // Article 30(1)(a): the organisation is the controller of its own register.
  | "organisation"
  | "organisationRepresentative"
  | "organisationDpo";

export type GapLevel = "required" | "advisable";

/** Words: `gaps.<rule>` with title, write, why. */
export type Gap = {
  /** The completeness id of the register, "REG-5", or an advisable one, "ADV-review". */
  code: string;
  /** The rule that found it, "REG-5.vague"; unique in a list of gaps of one field. */
  rule: string;
  level: GapLevel;
  field: RecordField;
  article: string;
  basis: DutyBasis;
  /** Parameters for the sentence: country codes, dates, text quoted. */
  params: Record<string, string>;
};
