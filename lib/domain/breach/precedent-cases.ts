import type { Dated } from "@/lib/domain/statute/dated";
import type { AVAILABILITY, CONFIDENTIALITY, DataKind } from "./severity";

/** Names how a breach came about, by the groups of the guidelines. */
export const CIRCUMSTANCES = [
  "ransomware",
  "website",
  "credentials",
  "insider",
  "misdirected",
  "device",
  "paper",
  "impersonation",
  "mailbox",
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

export const PRECEDENT_FEATURES = [
  "data",
  "confidentiality",
  "availability",
  "isUnintelligible",
  "persons",
] as const;

/** Persons beyond whom a breach counts as one of many, the flag of ENISA's formula. */
export const MANY_PERSONS = 100;

export type PrecedentFeatures = {
  /** Gravest kind of data. */
  data: DataKind;
  confidentiality: keyof typeof CONFIDENTIALITY;
  availability: keyof typeof AVAILABILITY;
  /** Encrypted or hashed, and the key safe. */
  isUnintelligible: boolean;
  /** Whether they are many; null where the example gives no number. The numbers are from summaries, to verify. */
  persons: "few" | "many" | null;
};

/** An example of the guidelines with what was done in it: the authority told, 33(1), and the persons, 34. */
export type Precedent = Dated & {
  id: number;
  circumstance: Circumstance;
  features: PrecedentFeatures;
  isAuthorityTold: boolean;
  arePersonsTold: boolean;
};

const SOURCE = {
  from: "2021-12-14",
  until: null,
  article: "EDPB 01/2021",
  source: "Guidelines 01/2021 on examples regarding personal data breach notification, version 2.0",
} as const;

type Outcome = "none" | "authority" | "authority-and-persons";

/** Examples of at most a hundred persons, and of more; the others give no number. */
const OF_FEW = [2, 9, 13, 15, 16, 17, 18];
const OF_MANY = [3, 4, 5, 6, 7, 11, 14];

/** The eighteen examples; of the first the text was seen, of the others summaries. */
export const PRECEDENTS: readonly Precedent[] = [
  example(1, "ransomware", ["simple", "none", "temporary", true], "none"),
  example(2, "ransomware", ["simple", "none", "temporary", false], "authority"),
  example(3, "ransomware", ["sensitive", "none", "temporary", false], "authority-and-persons"),
  example(4, "ransomware", ["financial", "unknown-number", "permanent", false], "authority-and-persons"),
  example(5, "website", ["simple", "unknown-number", "none", false], "authority-and-persons"),
  example(6, "website", ["simple", "unknown-number", "none", true], "none"),
  example(7, "credentials", ["financial", "unknown-number", "none", false], "authority-and-persons"),
  example(8, "insider", ["simple", "known-recipients", "none", false], "authority"),
  example(9, "misdirected", ["simple", "known-recipients", "none", false], "none"),
  example(10, "device", ["simple", "none", "none", true], "none"),
  example(11, "device", ["simple", "unknown-number", "none", false], "authority-and-persons"),
  example(12, "paper", ["sensitive", "unknown-number", "permanent", false], "authority-and-persons"),
  example(13, "misdirected", ["behavioural", "known-recipients", "none", false], "none"),
  example(14, "misdirected", ["sensitive", "unknown-number", "none", false], "authority-and-persons"),
  example(15, "misdirected", ["simple", "known-recipients", "none", false], "none"),
  example(16, "misdirected", ["financial", "known-recipients", "none", false], "authority"),
  example(17, "impersonation", ["financial", "unknown-number", "none", false], "authority-and-persons"),
  example(18, "mailbox", ["financial", "unknown-number", "none", false], "authority-and-persons"),
];

function example(
  id: number,
  circumstance: Circumstance,
  [data, confidentiality, availability, isUnintelligible]: [
    PrecedentFeatures["data"],
    PrecedentFeatures["confidentiality"],
    PrecedentFeatures["availability"],
    boolean,
  ],
  outcome: Outcome,
): Precedent {
  return {
    ...SOURCE,
    status: id === 1 ? "text" : "secondary",
    id,
    circumstance,
    features: { data, confidentiality, availability, isUnintelligible, persons: personsIn(id) },
    isAuthorityTold: outcome !== "none",
    arePersonsTold: outcome === "authority-and-persons",
  };
}

function personsIn(id: number): PrecedentFeatures["persons"] {
  if (OF_MANY.includes(id)) return "many";
  return OF_FEW.includes(id) ? "few" : null;
}
