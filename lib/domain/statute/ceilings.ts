import { isInForce, type Dated } from "./dated";

/** The two tiers of administrative fines. 83(6), defying an order, has the ceiling of 83(5). */
export type FineTier = "83(4)" | "83(5)";

export type FineCeiling = Dated & {
  tier: FineTier;
  /** In euros. */
  amount: number;
  /** Per cent of the undertaking's worldwide turnover of the preceding financial year. */
  percent: number;
  /** Articles whose breach falls here, first and last included. */
  articles: readonly (readonly [first: number, last: number])[];
  /** Paragraphs taken out of the other tier. */
  paragraphs: readonly string[];
};

const GDPR = {
  from: "2018-05-25",
  until: null,
  source: "Regulation (EU) 2016/679, art. 83",
  standing: "text",
} as const;

export const FINE_CEILINGS: readonly FineCeiling[] = [
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
      [41, 43],
    ],
    paragraphs: [],
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
    ],
    // A processor that decides purposes and means is a controller for it, and answers as one.
    paragraphs: ["28(10)"],
  },
];

/** The tier of an article as cited, "33(2)" or "28(10)"; null where article 83 names none. */
export function fineTierOf(article: string, on: string): FineCeiling | null {
  const inForce = FINE_CEILINGS.filter((ceiling) => isInForce(ceiling, on));
  const cited = article.trim();
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

/**
 * The highest fine a breach of that article can bring, in euro cents, "whichever is higher". `turnoverCents` is
 * the group's worldwide turnover of the preceding year in euro cents, null while unknown. Null where article 83
 * names no fine, and where the duty binds by contract alone: no authority can then fine it.
 */
export function fineCeilingCents(question: {
  article: string;
  basis: "statutory" | "contractual";
  turnoverCents: number | null;
  on: string;
}): number | null {
  if (question.basis === "contractual") return null;
  const ceiling = fineTierOf(question.article, question.on);
  if (!ceiling) return null;
  const share = Number((BigInt(question.turnoverCents ?? 0) * BigInt(ceiling.percent)) / 100n);
  return Math.max(ceiling.amount * 100, share);
}
