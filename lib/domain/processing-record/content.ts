import { z } from "zod";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import { partialDateSchema } from "@/lib/domain/time/partial-date-schema";

/** Yes, no, or nobody has said yet. Silence is never read as "no". */
export const ANSWERS = ["yes", "no", "unanswered"] as const;

/** Tools of chapter V and what people write in their place; Privacy Shield is kept so that it can be refused. */
export const INSTRUMENTS = [
  "adequacy", // art. 45
  "scc-2021-914", // art. 46(2)(c), Implementing Decision (EU) 2021/914
  "scc-unspecified", // "standard clauses" without saying which
  "scc-2021-915", // art. 28(7) clauses: no effect under chapter V
  "bcr", // art. 47
  "code-or-certification", // art. 46(2)(e)-(f)
  "derogation-49-1", // art. 49(1) first subparagraph
  "derogation-49-1-2", // art. 49(1) second subparagraph: its documents are compulsory in the register
  "privacy-shield", // void since C-311/18, 16 July 2020
  "none",
  "other",
] as const;

/** Special categories of art. 9(1), and the data of art. 10. */
export const SPECIAL_CATEGORIES = [
  "racial-or-ethnic-origin",
  "political-opinions",
  "religious-or-philosophical-beliefs",
  "trade-union-membership",
  "genetic",
  "biometric-identification",
  "health",
  "sex-life-or-orientation",
  "criminal-convictions",
] as const;

/** Article 30(5) turns on "occasional". */
export const FREQUENCIES = ["continuous", "daily", "regular", "occasional", "unanswered"] as const;

/** Article 6(1)(a) to (f). */
export const LEGAL_BASES = [
  "consent",
  "contract",
  "legal-obligation",
  "vital-interests",
  "public-task",
  "legitimate-interests",
] as const;

/** Article 8(1): engaged by consent for an online service offered directly to a child, or the reason why not. */
export const MINORS_CONSENTS = [
  "engaged",
  "other-basis",
  "no-online-service",
  "counselling", // recital 38
  "unanswered",
] as const;

const text = (max = 4000) => z.string().trim().max(max, "tooLong").default("");
const line = () => text(300);
const list = (max = 200) =>
  z.array(z.string().trim().min(1).max(1000, "tooLong")).max(max, "tooMany").default([]);
const answer = z.enum(ANSWERS).default("unanswered");
const optionalDate = partialDateSchema.nullable().default(null);
/** ISO 3166-1 alpha-2, or null while no country is named. */
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, "country")
  .nullable()
  .default(null);

/** Article 30(2)(c): third country or international organisation that receives or sees the data. */
export const destinationSchema = z.object({
  /** The transfer whose row says country, tool and days; null while the words below say them. */
  transferId: z.uuid().nullable().default(null),
  country,
  internationalOrganisation: line(),
  /** Sites or importer as written: "Casablanca, Rabat". */
  place: line(),
  /** Null while nobody has said what is done there. */
  placeKind: z.enum(PLACE_KINDS).nullable().default(null),
  instrument: z.enum(INSTRUMENTS).nullable().default(null),
  sccModule: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
    .nullable()
    .default(null),
  instrumentText: text(1000),
  signedOn: optionalDate,
  /** Transfer impact assessment (Schrems II, clause 14). */
  assessedOn: optionalDate,
  assessmentText: text(1000),
  /** Documentation of suitable safeguards, art. 49(1) second subparagraph and 30(2)(c). */
  derogationDocuments: text(2000),
});

export const subProcessorNamedSchema = z.object({
  name: z.string().trim().min(1, "required").max(300, "tooLong"),
  country,
  service: line(),
  /** Row of the organisation's list; null for a name alone, and always null in the own register. */
  subProcessorId: z.uuid().nullable().default(null),
});

/**
 * Content of an entry: everything but its reference, its controller and its state. Form, current row,
 * versions, import plan and export share this shape.
 */
export const recordContentSchema = z.object({
  // Article 30(2)(b)
  activity: z.string().trim().min(1, "required").max(300, "tooLong"),
  operations: list(),

  // Article 30(2)(c)
  transferAnswer: answer,
  /** Reason why there is no transfer, or why the presumption does not apply. */
  transferReason: text(2000),
  destinations: z.array(destinationSchema).max(100, "tooMany").default([]),
  /** Words of a source that named no country: "Hors UE". */
  transferText: text(1000),

  // Article 30(2)(d)
  measures: list(),
  /** Entries of the organisation's library of measures; `measures` holds what is said in the record's own words. */
  measureIds: z.array(z.uuid()).max(200, "tooMany").default([]),
  measuresAbsentReason: text(2000),

  // Article 30(1): asked of the company's own register alone, never of what it does for a controller
  purposes: list(),
  /** Article 26: joint determination of purposes and means. */
  jointAnswer: answer,
  jointControllers: list(),
  retention: text(2000),
  retentionAbsentReason: text(2000),

  // Facts that decide the law of that register, and support its entries
  /** Article 3(2): targeting of persons in the Union. */
  targetsUnion: answer,
  legalBases: z.array(z.enum(LEGAL_BASES)).default([]),
  /** The condition of art. 9(2), or the authority of art. 10. */
  specialCondition: text(1000),
  /** Articles 13 and 14; law 09-08, art. 5: manner in which persons are informed. */
  informationNotice: text(1000),
  /** Receipts and authorisations of the CNDP, as written: "D-90/2023", "A-PO-268/2024". */
  cndpNumbers: list(),

  // Article 30(5): a claim that is examined, never a way out by itself
  frequency: z.enum(FREQUENCIES).default("unanswered"),
  exemptionClaimed: z.boolean().default(false),

  // Fields beyond article 30(2)
  persons: list(),
  dataCategories: list(),
  specialAnswer: answer,
  specialCategories: z.array(z.enum(SPECIAL_CATEGORIES)).default([]),
  /** Words marked sensitive in the source ("RIB"), left for the DPO to settle. */
  specialText: text(1000),
  minorsAnswer: answer,
  minorsText: text(1000),
  minorsConsent: z.enum(MINORS_CONSENTS).default("unanswered"),
  /** Row of the DPO's procedures that says what is done for the young. */
  minorsProcedureId: z.uuid().nullable().default(null),
  volumes: line(),
  tools: list(),
  sites: list(),
  recipients: list(),
  subProcessorsAnswer: answer,
  subProcessors: z.array(subProcessorNamedSchema).max(100, "tooMany").default([]),
  /** The contracts of its controller under which it is done; `contractReference` is what is only said in words. */
  contractIds: z.array(z.uuid()).max(20, "tooMany").default([]),
  contractReference: line(),
  startsOn: optionalDate,
  endsOn: optionalDate,
  reviewedOn: optionalDate,
  reviewDueOn: optionalDate,
  notes: text(8000),
});

export type RecordContent = z.infer<typeof recordContentSchema>;
export type Destination = z.infer<typeof destinationSchema>;
export type SubProcessorNamed = z.infer<typeof subProcessorNamedSchema>;
export type Answer = (typeof ANSWERS)[number];
export type Instrument = (typeof INSTRUMENTS)[number];
export type SpecialCategory = (typeof SPECIAL_CATEGORIES)[number];

/** A content with nothing said but its activity. */
export function emptyContent(activity: string): RecordContent {
  return recordContentSchema.parse({ activity });
}
