import { z } from "zod";
import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import { contractTermsSchema, type ClauseReading } from "@/lib/domain/contract/content";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";

/** Articles 28(1) and 28(5): certifications are elements of "sufficient guarantees". */
export const CERTIFICATION_KINDS = [
  "iso-27001",
  "iso-27701",
  "hds",
  "soc-2",
  "pci-dss",
  "secnumcloud",
  "art-42",
  "art-40",
  "other",
] as const;

/** Yes, no, or null: nobody has said. */
export const YES_NO = ["yes", "no"] as const;

const text = (max: number) => z.string().trim().max(max, "tooLong");
const day = z.string().refine(isCalendarDay, "day").nullable();
const countryCode = z.string().regex(/^[A-Z]{2}$/, "country");
const country = countryCode.nullable();

const identitySchema = z.object({
  name: text(300).min(1, "required"),
  /** Number in its country's register of companies. */
  registration: text(200),
  /** Country of the seat. */
  country,
  address: text(500),
  contact: text(500),
  dpoContact: text(500),
});

const serviceSchema = z.object({
  /** Service in words that a controller can decide on. */
  service: text(2000),
  data: text(2000),
  startsOn: day,
  endsOn: day,
});

export const siteSchema = z.object({
  name: text(300),
  address: text(500),
  country,
});

const placesSchema = z.object({
  /** Sites that host the data. */
  sites: z.array(siteSchema).max(100, "tooMany"),
  /** Article 44: access from a country other than the hosting country is a transfer too. */
  accessAnswer: z.enum(YES_NO).nullable(),
  accessCountries: z.array(countryCode).max(60, "tooMany"),
  accessNote: text(2000),
});

/** A company below it: name, address, contact, country and service of each, EDPB opinion 22/2024. */
export const chainLinkSchema = z.object({
  id: z.uuid(),
  /** The link it works under; null: directly under the sub-processor. */
  under: z.uuid().nullable(),
  name: text(300).min(1, "required"),
  country,
  address: text(500),
  contact: text(500),
  service: text(1000),
});
export type ChainLink = z.output<typeof chainLinkSchema>;

const chainSchema = z.object({
  answer: z.enum(YES_NO).nullable(),
  links: z.array(chainLinkSchema).max(200, "tooMany"),
});

export const certificationSchema = z.object({
  kind: z.enum(CERTIFICATION_KINDS),
  reference: text(300),
  issuer: text(300),
  validUntil: day,
});

const guaranteesSchema = z.object({
  /** Verifications before the engagement and since. */
  checks: text(4000),
  checkedOn: day,
  certifications: z.array(certificationSchema).max(50, "tooMany"),
});

/** The terms of its contract that answer those of a client's, art. 28(4). */
const termsSchema = contractTermsSchema.shape.terms.pick({
  breachNoticeHours: true,
  breachNoticeMeans: true,
  authorisation: true,
  objectionDays: true,
  rightsRequestsDays: true,
  endFate: true,
  endFateDays: true,
  auditRights: true,
  auditNoticeDays: true,
});

/** K01 to K07 describe the processing of one contract; what must flow down begins after them. */
export const FLOWING_CLAUSE_IDS = CLAUSE_IDS.slice(CLAUSE_IDS.indexOf("K08"));

const contractSchema = z.object({
  reference: text(300),
  signedOn: day,
  endsOn: day,
  terms: termsSchema,
  clauses: contractTermsSchema.shape.clauses,
});

/** The document of one sub-processor. */
export const subProcessorContentSchema = z.object({
  identity: identitySchema,
  service: serviceSchema,
  places: placesSchema,
  chain: chainSchema,
  guarantees: guaranteesSchema,
  contract: contractSchema,
});
export type SubProcessorContent = z.output<typeof subProcessorContentSchema>;

const UNREAD: ClauseReading = { answer: "unread", place: "", note: "" };

/** A sub-processor of which nothing but the name is known. */
export function emptySubProcessor(name: string): SubProcessorContent {
  return {
    identity: { name, registration: "", country: null, address: "", contact: "", dpoContact: "" },
    service: { service: "", data: "", startsOn: null, endsOn: null },
    places: { sites: [], accessAnswer: null, accessCountries: [], accessNote: "" },
    chain: { answer: null, links: [] },
    guarantees: { checks: "", checkedOn: null, certifications: [] },
    contract: {
      reference: "",
      signedOn: null,
      endsOn: null,
      terms: {
        breachNoticeHours: null,
        breachNoticeMeans: "",
        authorisation: null,
        objectionDays: null,
        rightsRequestsDays: null,
        endFate: null,
        endFateDays: null,
        auditRights: null,
        auditNoticeDays: null,
      },
      clauses: Object.fromEntries(CLAUSE_IDS.map((id) => [id, UNREAD])) as Record<ClauseId, ClauseReading>,
    },
  };
}
