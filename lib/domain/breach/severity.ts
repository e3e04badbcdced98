/**
 * ENISA's recommendations for a methodology of the assessment of severity of personal data breaches (2013):
 * SE = DPC × EI + CB. A presumption: the risk test of art. 33 and 34 decides, and the controller takes the decision.
 */

/** Data processing context: the kind of data and its basic score; of several kinds the highest counts. */
export const DATA_KINDS = { simple: 1, behavioural: 2, financial: 3, sensitive: 4 } as const;
export type DataKind = keyof typeof DATA_KINDS;

/** Ease of identification. */
export const IDENTIFICATION = { negligible: 0.25, limited: 0.5, significant: 0.75, maximum: 1 } as const;
export type Identification = keyof typeof IDENTIFICATION;

/** Circumstances of the breach, one of each kind; they are added. */
export const CONFIDENTIALITY = { none: 0, "known-recipients": 0.25, "unknown-number": 0.5 } as const;
export const INTEGRITY = { none: 0, recoverable: 0.25, unrecoverable: 0.5 } as const;
export const AVAILABILITY = { none: 0, temporary: 0.25, permanent: 0.5 } as const;
const MALICIOUS = 0.5;

export type SeverityInput = {
  dataKinds: readonly DataKind[];
  /** Added to the highest score for the context, which stays within 1 to 4. */
  contextAdjustment: -3 | -2 | -1 | 0 | 1 | 2 | 3;
  identification: Identification;
  confidentiality: keyof typeof CONFIDENTIALITY;
  integrity: keyof typeof INTEGRITY;
  availability: keyof typeof AVAILABILITY;
  isMalicious: boolean;
  /** Null while unknown. */
  persons: number | null;
  /** Null while unknown. */
  isUnintelligible: boolean | null;
};

export type SeverityBand = "low" | "medium" | "high" | "very-high";
/** `persons`: more than a hundred; `unintelligible`: encrypted, and the key safe. */
export type SeverityFlag = "persons" | "unintelligible";

/** The score with the terms that it is made of, so that it can be shown as arithmetic. */
export type Severity = {
  context: number;
  identification: number;
  /** Order: confidentiality, integrity, availability, malicious intent. */
  circumstances: readonly [number, number, number, number];
  score: number;
  band: SeverityBand;
  flags: readonly SeverityFlag[];
};

/** The severity of a breach; null where no kind of data is named. */
export function severityOf(input: SeverityInput): Severity | null {
  if (input.dataKinds.length === 0) return null;
  const highest = Math.max(...input.dataKinds.map((kind) => DATA_KINDS[kind]));
  const context = Math.min(4, Math.max(1, highest + input.contextAdjustment));
  const identification = IDENTIFICATION[input.identification];
  const circumstances = [
    CONFIDENTIALITY[input.confidentiality],
    INTEGRITY[input.integrity],
    AVAILABILITY[input.availability],
    input.isMalicious ? MALICIOUS : 0,
  ] as const;
  const score = circumstances.reduce((sum, part) => sum + part, context * identification);
  return {
    context,
    identification,
    circumstances,
    score,
    band: severityBandOf(score),
    flags: flagsOf(input),
  };
}

/** Quarters add up exactly in binary: no rounding stands between a score and its band. */
function severityBandOf(score: number): SeverityBand {
  if (score < 2) return "low";
  if (score < 3) return "medium";
  return score < 4 ? "high" : "very-high";
}

function flagsOf({ persons, isUnintelligible }: SeverityInput): SeverityFlag[] {
  return [
    ...(persons !== null && persons > 100 ? (["persons"] as const) : []),
    ...(isUnintelligible === true ? (["unintelligible"] as const) : []),
  ];
}
