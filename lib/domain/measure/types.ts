/**
 * Families of measures for a call centre, after the sheets of CNIL's guide "La sécurité des données personnelles"
 * (2024 edition); calls and campaigns are its own trade.
 */
export const FAMILIES = [
  "governance",
  "people",
  "access",
  "workstations",
  "network",
  "premises",
  "calls",
  "campaigns",
  "exchange",
  "traces",
  "continuity",
  "incidents",
  "lifecycle",
  "development",
] as const;
export type Family = (typeof FAMILIES)[number];

/** Numbers of CNIL's sheets that a family draws together; none where the guide knows no such trade. */
export const FAMILY_SHEETS: Record<Family, readonly number[]> = {
  governance: [1, 20],
  people: [2, 3],
  access: [4, 5],
  workstations: [6, 7],
  network: [8, 9, 10, 22, 25],
  premises: [12],
  calls: [],
  campaigns: [],
  exchange: [13, 21],
  traces: [16],
  continuity: [17, 18],
  incidents: [19],
  lifecycle: [14, 15],
  development: [11, 23, 24],
};

/**
 * Article 32(1): (a) pseudonymisation and encryption, (b) confidentiality … resilience, (c) restoring, (d)
 * testing.
 */
export const SECURITY_LETTERS = ["32(1)(a)", "32(1)(b)", "32(1)(c)", "32(1)(d)"] as const;
export type SecurityLetter = (typeof SECURITY_LETTERS)[number];

/** The duties that a processor's measure can serve, in the order of the Regulation. */
export const MEASURE_ARTICLES = [
  "25(1)",
  "28(3)(a)",
  "28(3)(b)",
  "28(3)(e)",
  "28(3)(f)",
  "28(3)(g)",
  "28(4)",
  ...SECURITY_LETTERS,
  "32(2)",
  "32(4)",
  "33(2)",
] as const;
export type MeasureArticle = (typeof MEASURE_ARTICLES)[number];

/** Fields that name a measure: its own words, or else the library's in the reader's language. */
export type NamedMeasure = {
  /** "M-004", unique in the organisation. */
  reference: string;
  /** "" while the words of the library stand. */
  title: string;
  libraryCode: string | null;
};

/** A measure that an organisation no longer takes, as the rules of the register know it. */
export type RetiredMeasure = NamedMeasure & { id: string };
