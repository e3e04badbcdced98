import { z } from "zod";
import { CIRCUMSTANCES } from "./precedent-cases";
import { AVAILABILITY, CONFIDENTIALITY, DATA_KINDS, IDENTIFICATION, INTEGRITY } from "./severity";

/** Facts that tell of an instant. */
export const EVENT_KINDS = [
  "occurred",
  "suspected",
  "told-by-sub-processor",
  "aware",
  "awareness-elsewhere",
  "contained",
  "closed",
  "reopened",
  "note",
] as const;

/** Facts whose last version holds: art. 33(3)(a) to (d), and what they are judged by. */
export const STATEMENT_KINDS = [
  "what-happened",
  "reporter",
  "touched",
  "nature",
  "cause",
  "systems",
  "person-categories",
  "data-kinds",
  "persons",
  "records",
  "protection",
  // Names how it came about, by the groups of EDPB 01/2021, and how a caller was authenticated.
  "circumstance",
  "consequences",
  "measures",
  "contact-point",
  // Names the breach to clients, or to one of them, without naming another.
  "client-title",
  // Records a question to the sub-processor whose notice came late, and its answer.
  "upstream",
  "severity-input",
  "severity-overruled",
  // Judges the time that one controller waited where its contract names no hours, art. 33(2).
  "delay-judged",
] as const;

/** Facts about a controller's place in the breach. */
export const PLACE_KINDS = [
  "controller-proposed",
  "controller-confirmed",
  "controller-set-aside",
  // Closed while this one was not told, and why.
  "controller-left-untold",
  // Closed while this one, told that it is affected and set aside since, had not been told that it is not, and why.
  "controller-left-unrectified",
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];
export type StatementKind = (typeof STATEMENT_KINDS)[number];
export type PlaceKind = (typeof PLACE_KINDS)[number];
export type FactKind = EventKind | StatementKind | PlaceKind;
export const FACT_KINDS = [...EVENT_KINDS, ...STATEMENT_KINDS, ...PLACE_KINDS] as const;

/** Statements that one controller's share may make for itself. */
export const SHARE_KINDS = [
  "nature",
  "person-categories",
  "data-kinds",
  "persons",
  "records",
  "consequences",
  "measures",
  "client-title",
  "severity-input",
] as const satisfies readonly StatementKind[];

export const NATURES = ["confidentiality", "integrity", "availability"] as const;
export const BANDS = ["low", "medium", "high", "very-high"] as const;
export const PROTECTIONS = [
  "none",
  "encrypted-key-safe",
  "encrypted-key-unsafe",
  "pseudonymised",
  "unknown",
] as const;

/** A breach that a sub-processor tells is our awareness, art. 33(2); a suspicion that it tells is one. */
export const TOLD = ["breach", "suspicion"] as const;

const keysOf = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];
export const IDENTIFICATIONS = keysOf(IDENTIFICATION);
export const CONFIDENTIALITIES = keysOf(CONFIDENTIALITY);
export const INTEGRITIES = keysOf(INTEGRITY);
export const AVAILABILITIES = keysOf(AVAILABILITY);
export const KINDS_OF_DATA = keysOf(DATA_KINDS);

const text = z.string().trim().max(4000, "tooLong");
const scored = z.object({
  dataKinds: z.array(z.enum(KINDS_OF_DATA)).min(1, "required"),
  contextAdjustment: z.int().min(-3).max(3).default(0),
  // Absent while unknown; facts of before the question state what their form preselected.
  identification: z.enum(IDENTIFICATIONS).optional(),
  confidentiality: z.enum(CONFIDENTIALITIES).optional(),
  integrity: z.enum(INTEGRITIES).optional(),
  availability: z.enum(AVAILABILITIES).optional(),
  isMalicious: z.boolean().optional(),
});

/** Gives one shape for all kinds: each reads the parts that are its own. Instants are milliseconds of UTC. */
export const factValueSchema = z.object({
  text: text.optional(),
  /** Said to be unknown, which is an answer. */
  isUnknown: z.boolean().optional(),
  /** The fact that this one corrects never was. */
  isWithdrawn: z.boolean().optional(),
  until: z.number().nullable().optional(),
  count: z.int().min(0).max(2_000_000_000).nullable().optional(),
  isApproximate: z.boolean().optional(),
  natures: z.array(z.enum(NATURES)).optional(),
  protection: z.enum(PROTECTIONS).optional(),
  circumstance: z.enum(CIRCUMSTANCES).optional(),
  subProcessorId: z.uuid().nullable().optional(),
  /** The instant at which the sub-processor told us, and its name at the time. */
  toldAt: z.number().nullable().optional(),
  /** Kind of what it told us. Absent in facts of before the question, whose instant starts nothing. */
  told: z.enum(TOLD).optional(),
  name: z.string().max(300).optional(),
  severity: scored.optional(),
  band: z.enum(BANDS).optional(),
  /** The time that a controller waited was an undue delay. */
  isUndue: z.boolean().optional(),
  /** Reasons why a controller was proposed. */
  reasons: z.array(z.record(z.string(), z.string())).optional(),
});
export type FactValue = z.output<typeof factValueSchema>;

export type Fact = {
  id: string;
  /** The order in which facts of a breach were recorded. */
  number: number;
  kind: FactKind;
  value: FactValue;
  at: number | null;
  controllerId: string | null;
  correctsId: string | null;
  reason: string;
  recordedAt: number;
  authorName: string;
};

export function isEventKind(kind: string): kind is EventKind {
  return (EVENT_KINDS as readonly string[]).includes(kind);
}

export function isStatementKind(kind: string): kind is StatementKind {
  return (STATEMENT_KINDS as readonly string[]).includes(kind);
}
