import type { SpecialCategory } from "@/lib/domain/processing-record/content";
import type { RecordField } from "@/lib/domain/processing-record/types";

/** Families of a call centre's work, in reading order. */
export const TEMPLATE_FAMILIES = ["inbound", "outbound", "listening", "written", "remote"] as const;
export type TemplateFamily = (typeof TEMPLATE_FAMILIES)[number];

/** The GDPR, the French consumer code and post and electronic communications code, the Moroccan law 09-08. */
export type Law = "gdpr" | "consumer-code" | "telecom-code" | "law-09-08";

/** A question that only the controller can answer, with the articles by which it is asked. */
export type TemplateQuestion = { law: Law; articles: readonly string[] };

/** Mention that a template leaves open, with the reason. Words: `template-library.open.<reason>`. */
export type OpenMention = {
  /** The completeness id, "REG-6", or an advisable one, "ADV-contract". */
  code: string;
  field: RecordField;
  reason: string;
};

/**
 * A typical processing, before anybody's. Codes only: the words live in `template-library`, under `entries`,
 * `operations`, `persons`, `data`, `tools`, `subProcessors` and `questions`. It has no place for a purpose or a legal
 * basis: they are the controller's, and would make a controller of the processor, 28(10).
 */
export type RecordTemplate = {
  code: string;
  family: TemplateFamily;
  /** Article 30(2)(b). */
  operations: readonly string[];
  persons: readonly string[];
  data: readonly string[];
  /** Kinds of tools; no product is named. */
  tools: readonly string[];
  /** Kinds of sub-processors that are usual; the template names none and answers nothing. */
  subProcessors: readonly string[];
  /** Codes of the library of measures. */
  measures: readonly string[];
  /** Certain from the nature of the processing: health, in a medical reception. */
  special: readonly SpecialCategory[];
  /** Special categories that may occur, to be asked about. */
  specialHints: readonly SpecialCategory[];
  questions: readonly string[];
  open: readonly OpenMention[];
};
