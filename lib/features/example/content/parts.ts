import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { RecordState } from "@/lib/domain/processing-record/types";
import type { ExampleClient } from "./controllers";

/** Date as typed, parsed by the form's own schema. */
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
  | "minorsProcedureId"
  | "activity"
>;

/** Content of an entry; omitted fields are empty in the register. */
export type ExampleContent = PartialContent<Written> & {
  activity: string;
  destinations?: readonly Destination[];
  subProcessors?: readonly SubProcessor[];
  startsOn?: Day;
  endsOn?: Day;
  reviewedOn?: Day;
  reviewDueOn?: Day;
  /** Codes of the measure library. */
  library?: readonly string[];
  /** Title of the DPO's procedure for the young. */
  procedure?: string;
};

/** Title of the procedure of the example for the young. */
export const YOUNG_PROCEDURE = "Recueillir et vérifier l’accord d’un parent";

export type ExampleRecord = {
  client: ExampleClient;
  state: RecordState;
  /** Date and reason of the state. */
  since: string;
  reason?: string;
  content: ExampleContent;
  /** Codes of the expected required gaps; empty when complete. */
  gaps: readonly string[];
};

/** Standard contractual clauses, module 2, with assessment; a missing date is a gap. */
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

export const PLAIN = { specialAnswer: "no", minorsAnswer: "no", frequency: "daily" } as const;

export const TO_MOROCCO = (signedOn: Day, assessedOn?: Day, place?: string) =>
  ({ transferAnswer: "yes", destinations: [clauses(signedOn, assessedOn, place)] }) as const;
