import { z } from "zod";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";

/**
 * Flows recorded here: the controller to the organisation, or the organisation to a company that works under
 * it. Data that the controller sends to that company directly are the controller's own transfer.
 */
export const FLOWS = ["to-organisation", "to-sub-processor"] as const;
export type Flow = (typeof FLOWS)[number];

/** Tools of chapter V as claimed; invalid ones are included so that they can be refused by name. */
export const TRANSFER_TOOLS = [
  "adequacy",
  "scc-2021-914",
  "uk-idta",
  "bcr",
  "code-or-certification",
  "derogation-49-1",
  "derogation-49-1-2",
  "scc-2021-915",
  "scc-2010-87",
  "privacy-shield",
] as const;

/** Adaptations of the clauses of 2021/914 to the law of a British or a Swiss controller. */
export const ADAPTATIONS = ["uk-addendum", "swiss-fdpic"] as const;

/** Conclusions of an assessment under clause 14. */
export const CONCLUSIONS = ["equivalent", "equivalent-with-measures", "not-equivalent"] as const;

const text = (max: number) => z.string().trim().max(max, "tooLong");
const day = z.string().refine(isCalendarDay, "day").nullable();
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, "country")
  .nullable();

/** Annex I.A: recipient of the data, and countries of access. */
const importerSchema = z.object({
  name: text(300),
  country,
  /** Null while nobody has said what is done with the data there. */
  placeKind: z.enum(PLACE_KINDS).nullable().default(null),
  address: text(500),
  contact: text(500),
  activities: text(1000),
  /** Stands on the list, or is of the kind, that a decision of limited scope asks for. */
  standing: text(500),
});

const toolSchema = z.object({
  tool: z.enum(TRANSFER_TOOLS).nullable(),
  /** Module of the clauses of 2021/914, whose text may not be changed. */
  module: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  adaptation: z.enum(ADAPTATIONS).nullable().default(null),
  signedOn: day,
  /** Clause 7. */
  docking: z.enum(["included", "excluded"]).nullable(),
  /** Clause 9(a): option 1 is the specific authorisation, option 2 the general one. */
  authorisation: z.enum(["specific", "general"]).nullable(),
  noticeDays: z.number().int().min(1).max(365).nullable(),
  /** Clause 11(a). */
  redress: z.enum(["included", "excluded"]).nullable(),
  /** Clauses 17 and 18(b). */
  law: country,
  forum: country,
  /** Annex I.C, clause 13. */
  authority: text(300),
});

/** The transfer impact assessment: clause 14 and C-311/18. */
const assessmentSchema = z.object({
  /** The data and how they travel: format, channel, place of storage. */
  data: text(8000),
  /** Recipients and persons with access, below the importer too. */
  actors: text(8000),
  // Access by the authorities of the destination: the four guarantees of EDPB recommendations 02/2020, then practice.
  /** A: the texts that let them have access, with their articles and the day they were read. */
  rules: text(8000),
  /** B: for what, of whom and how far; whether that is necessary and proportionate. */
  necessity: text(8000),
  /** C: who independent watches over it, before or after. */
  oversight: text(8000),
  /** D: what a person who is not there can do about it. */
  remedies: text(8000),
  /** Practice in this sector: requests received, refusals, reports. */
  practice: text(8000),
  /** Supplementary measures beside the clauses: encryption, pseudonyms, access without copies. */
  measures: text(8000),
  conclusion: z.enum(CONCLUSIONS).nullable(),
  reasons: text(4000),
  assessedOn: day,
  nextReviewOn: day,
});

export const TRANSFER_SECTIONS = ["importer", "tool", "assessment"] as const;
export type TransferSection = (typeof TRANSFER_SECTIONS)[number];

/** The document of one transfer. */
export const transferContentSchema = z.object({
  flow: z.enum(FLOWS),
  importer: importerSchema,
  tool: toolSchema,
  assessment: assessmentSchema,
});
export type TransferContent = z.output<typeof transferContentSchema>;

/** A transfer of which nothing is known yet. */
export function emptyTransfer(flow: Flow): TransferContent {
  return {
    flow,
    importer: {
      name: "",
      country: null,
      placeKind: null,
      address: "",
      contact: "",
      activities: "",
      standing: "",
    },
    tool: {
      tool: null,
      module: null,
      adaptation: null,
      signedOn: null,
      docking: null,
      authorisation: null,
      noticeDays: null,
      redress: null,
      law: null,
      forum: null,
      authority: "",
    },
    assessment: {
      data: "",
      actors: "",
      rules: "",
      necessity: "",
      oversight: "",
      remedies: "",
      practice: "",
      measures: "",
      conclusion: null,
      reasons: "",
      assessedOn: null,
      nextReviewOn: null,
    },
  };
}
