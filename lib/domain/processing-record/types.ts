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
  | "controllerRepresentative"
  | "controllerDpo"
  | "processor"
  | "processorRepresentative"
  | "processorDpo"
  // Of the company's own register: it is itself the controller, 30(1)(a).
  | "organisation"
  | "organisationRepresentative"
  | "organisationDpo";

export type GapLevel = "required" | "advisable";

/** One thing missing or wrong. Words live in the catalogue under `gaps.<rule>`: title, write, why. */
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
