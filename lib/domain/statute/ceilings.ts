import { isInForce, type Dated } from "./dated";

/** The two tiers of administrative fines. 83(6), defying an order, has the ceiling of 83(5). */
export type FineTier = "83(4)" | "83(5)";

type FineCeiling = Dated & {
  tier: FineTier;
  /** In euros. */
  amount: number;
  /** Per cent of the undertaking's worldwide turnover of the preceding financial year. */
  percent: number;
  /** Articles whose breach falls here, first and last included. */
  articles: readonly (readonly [first: number, last: number])[];
  /** Paragraphs listed by themselves, or taken out of the other tier. */
  paragraphs: readonly string[];
};

const GDPR = {
  from: "2018-05-25",
  until: null,
  source: "Regulation (EU) 2016/679, art. 83",
  status: "text",
} as const;

const FINE_CEILINGS: readonly FineCeiling[] = [
  {
    tier: "83(4)",
    article: "83(4)",
    ...GDPR,
    amount: 10_000_000,
    percent: 2,
    articles: [
      [8, 8],
      [11, 11],
      [25, 39],
      [42, 43],
    ],
    // Article 83(4)(c) covers, of article 41, only the duties of the body that monitors a code.
    paragraphs: ["41(4)"],
  },
  {
    tier: "83(5)",
    article: "83(5)-(6)",
    ...GDPR,
    amount: 20_000_000,
    percent: 4,
    // 9 but not 10: article 83 names no fine for article 10.
    articles: [
      [5, 7],
      [9, 9],
      [12, 22],
      [44, 49],
      [58, 58],
      // Law of the member states under chapter IX: 83(5)(d).
      [85, 91],
    ],
    // A processor that decides purposes and means is a controller for it, and answers as one.
    paragraphs: ["28(10)"],
  },
];

/**
 * The tier of an article of the GDPR as cited, "33(2)", "art. 28 (10)"; null where article 83 names none, and for a
 * provision of another text, "09-08: 23", "2021/914 cl. 14", "TCA 782".
 */
export function fineTierOf(article: string, on: string): FineCeiling | null {
  const inForce = FINE_CEILINGS.filter((ceiling) => isInForce(ceiling, on));
  const cited = readCitation(article);
  if (cited === null) return null;
  const byParagraph = inForce.find(({ paragraphs }) =>
    paragraphs.some((paragraph) => cited.startsWith(paragraph)),
  );
  if (byParagraph) return byParagraph;
  const number = Number.parseInt(cited, 10);
  return (
    inForce.find(({ articles }) => articles.some(([first, last]) => first <= number && number <= last)) ??
    null
  );
}

/** "Article 28 (10)" → "28(10)"; null where it is no article of the GDPR: letters, a date or number of a law before it. */
function readCitation(article: string): string | null {
  const written = article.normalize("NFKC").replace(/\s+/g, " ").trim();
  const bare = written
    .replace(/^(?:gdpr|rgpd)?[ ,:]*(?:art(?:icle)?s?\.?|المادة)? ?/iu, "")
    .replaceAll(" (", "(");
  return /^\d{1,2}(?![\d/:]|[-–.]\d)/.test(bare) ? bare : null;
}

/**
 * Calculation of a ceiling: the fixed amount, the share of the turnover, and the one that applies. In euro
 * cents.
 */
export type CeilingWorking = {
  tier: FineTier;
  amountCents: bigint;
  percent: number;
  /** Null while the turnover is unknown: the fixed amount is then the least that the ceiling can be. */
  shareCents: bigint | null;
  ceilingCents: bigint;
  higher: "amount" | "share" | "equal";
};

type Question = {
  basis: "statutory" | "contractual";
  /** The group's worldwide turnover of the preceding financial year in euro cents, null while unknown. */
  turnoverCents: bigint | null;
  on: string;
};

/**
 * Returns both ceilings with their calculation, "whichever is higher". Empty where the duties bind by
 * contract alone: no authority can then fine their breach.
 */
export function ceilingWorkings({ basis, turnoverCents, on }: Question): CeilingWorking[] {
  if (basis === "contractual") return [];
  return FINE_CEILINGS.filter((ceiling) => isInForce(ceiling, on)).map((ceiling) =>
    computeCeiling(ceiling, turnoverCents),
  );
}

/** The share is rounded down to the cent. */
function computeCeiling(
  { tier, amount, percent }: FineCeiling,
  turnoverCents: bigint | null,
): CeilingWorking {
  const amountCents = BigInt(amount) * 100n;
  const shareCents = turnoverCents === null ? null : (turnoverCents * BigInt(percent)) / 100n;
  const base = { tier, amountCents, percent, shareCents };
  if (shareCents === null || shareCents < amountCents)
    return { ...base, ceilingCents: amountCents, higher: "amount" };
  return { ...base, ceilingCents: shareCents, higher: shareCents === amountCents ? "equal" : "share" };
}
