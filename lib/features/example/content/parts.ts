import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { RecordState } from "@/lib/domain/processing-record/types";
import type { ExampleClient } from "./controllers";

/** A date as its form receives it, read by the same schema as everybody's. */
type Day = string;

type Destination = {
  country?: string;
  place?: string;
  instrument?: string;
  sccModule?: 1 | 2 | 3 | 4;
  instrumentText?: string;
  signedOn?: Day;
  assessedOn?: Day;
  derogationDocuments?: string;
};
type SubProcessor = { name: string; country?: string; service: string };

type PartialContent<T> = { readonly [K in keyof T]?: T[K] extends (infer Item)[] ? readonly Item[] : T[K] };
type Written = Omit<
  RecordContent,
  | "destinations"
  | "subProcessors"
  | "startsOn"
  | "endsOn"
  | "reviewedOn"
  | "reviewDueOn"
  | "measureIds"
  | "activity"
>;

/** What an entry of the example says; what it leaves out is left out in the register too. */
export type ExampleContent = PartialContent<Written> & {
  activity: string;
  destinations?: readonly Destination[];
  subProcessors?: readonly SubProcessor[];
  startsOn?: Day;
  endsOn?: Day;
  reviewedOn?: Day;
  reviewDueOn?: Day;
  /** Codes of the library of measures. */
  library?: readonly string[];
};

export type ExampleRecord = {
  client: ExampleClient;
  state: RecordState;
  /** Since when the state holds, and why where a reason is owed. */
  since: string;
  reason?: string;
  content: ExampleContent;
  /** Codes of the required gaps that it is meant to show; none when it is complete. */
  gaps: readonly string[];
};

/** Standard contractual clauses, module 2, with the assessment of the transfer: both dates, or the gap shows. */
export function clauses(signedOn: Day, assessedOn?: Day, place = "Casablanca, Rabat"): Destination {
  return {
    country: "MA",
    place,
    instrument: "scc-2021-914",
    sccModule: 2,
    signedOn,
    ...(assessedOn && { assessedOn }),
  };
}

export const VOICE: SubProcessor = {
  name: "Numéria Voix SAS",
  country: "FR",
  service: "opérateur des lignes",
};
export const CRM: SubProcessor = {
  name: "Kiosque CRM SAS",
  country: "FR",
  service: "hébergement du logiciel de gestion",
};
export const PLANNING: SubProcessor = {
  name: "Sahel Planning SARL",
  country: "SN",
  service: "planning des agents",
};
export const SPEECH: SubProcessor = {
  name: "Parlance Analytics SAS",
  country: "FR",
  service: "transcription des appels",
};

/** What every floor of the example does. */
export const FLOOR = [
  "personal-accounts",
  "two-factors",
  "least-privilege",
  "confidentiality-commitment",
  "clean-desk",
  "access-logs",
] as const;
export const RECORDINGS = [
  ...FLOOR,
  "recording-encryption",
  "recording-deletion",
  "listening-rights",
] as const;
export const CAMPAIGN = [...FLOOR, "list-separation", "opt-out-propagation", "masked-numbers"] as const;

/** The answers that most entries give alike: no special data, no minors, every day. */
export const PLAIN = { specialAnswer: "no", minorsAnswer: "no", frequency: "daily" } as const;

export const TO_MOROCCO = (signedOn: Day, assessedOn?: Day, place?: string) =>
  ({ transferAnswer: "yes", destinations: [clauses(signedOn, assessedOn, place)] }) as const;
