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
  /** Null while unknown, as what follows. */
  identification: Identification | null;
  confidentiality: keyof typeof CONFIDENTIALITY | null;
  integrity: keyof typeof INTEGRITY | null;
  availability: keyof typeof AVAILABILITY | null;
  isMalicious: boolean | null;
  /** Null while unknown. */
  persons: number | null;
  /** Null while unknown. */
  isUnintelligible: boolean | null;
};

/** Inputs that may be unknown, each of which may raise the score. */
export const SEVERITY_PARTS = [
  "identification",
  "confidentiality",
  "integrity",
  "availability",
  "isMalicious",
] as const;
export type SeverityPart = (typeof SEVERITY_PARTS)[number];

export type SeverityBand = "low" | "medium" | "high" | "very-high";
/** `persons`: more than a hundred; `unintelligible`: encrypted, and the key safe. */
export type SeverityFlag = "persons" | "unintelligible";

/**
 * The score with the terms that it is made of, so that it can be shown as arithmetic. Where something is unknown, `score` and `band`
 * are the least that it may come to, and `most` what it comes to if each of that is the gravest.
 */
export type Severity = {
  context: number;
  identification: number;
  /** Order: confidentiality, integrity, availability, malicious intent. */
  circumstances: readonly [number, number, number, number];
  score: number;
  band: SeverityBand;
  most: { score: number; band: SeverityBand };
  unknown: readonly SeverityPart[];
  flags: readonly SeverityFlag[];
};

type Terms = Pick<Severity, "context" | "identification" | "circumstances">;

/** The severity of a breach; null where no kind of data is named. */
export function severityOf(input: SeverityInput): Severity | null {
  if (input.dataKinds.length === 0) return null;
  const highest = Math.max(...input.dataKinds.map((kind) => DATA_KINDS[kind]));
  const context = Math.min(4, Math.max(1, highest + input.contextAdjustment));
  const least = termsOf(context, input, LEAST);
  const [score, most] = [scoreOf(least), scoreOf(termsOf(context, input, MOST))];
  return {
    ...least,
    score,
    band: severityBandOf(score),
    most: { score: most, band: severityBandOf(most) },
    unknown: SEVERITY_PARTS.filter((part) => input[part] === null),
    flags: flagsOf(input),
  };
}

type Parts = { [P in SeverityPart]: NonNullable<SeverityInput[P]> };
const LEAST: Parts = {
  identification: "negligible",
  confidentiality: "none",
  integrity: "none",
  availability: "none",
  isMalicious: false,
};
const MOST: Parts = {
  identification: "maximum",
  confidentiality: "unknown-number",
  integrity: "unrecoverable",
  availability: "permanent",
  isMalicious: true,
};

/** Terms of the formula, with `unless` in place of what is unknown. */
function termsOf(context: number, input: SeverityInput, unless: Parts): Terms {
  return {
    context,
    identification: IDENTIFICATION[input.identification ?? unless.identification],
    circumstances: [
      CONFIDENTIALITY[input.confidentiality ?? unless.confidentiality],
      INTEGRITY[input.integrity ?? unless.integrity],
      AVAILABILITY[input.availability ?? unless.availability],
      (input.isMalicious ?? unless.isMalicious) ? MALICIOUS : 0,
    ],
  };
}

function scoreOf({ context, identification, circumstances }: Terms): number {
  return circumstances.reduce((sum, part) => sum + part, context * identification);
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
