/** Laws of which provisions are explained: the GDPR, and the French Consumer Code on cold calling. */
export type ExplainedLaw = "gdpr" | "conso";

export type Provision = {
  /** Segment of its address and key of its words: "gdpr-30-2-a". */
  id: string;
  law: ExplainedLaw;
  /** Citation: "30(2)(a)", "L223-1". */
  article: string;
  /** ISO calendar date since which the text explained is in force. */
  from: string;
};

const GDPR_APPLIES = "2018-05-25";
/** Law 2025-594 and decree 2026-662. */
const PRIOR_CONSENT = "2026-08-11";

const GDPR_ARTICLES = [
  "3(2)",
  "5(2)",
  "8",
  "9",
  "12(3)",
  "21",
  "26",
  "27",
  "28(1)",
  "28(2)",
  "28(3)",
  "28(3)(a)",
  "28(3)(b)",
  "28(3)(c)",
  "28(3)(e)",
  "28(3)(f)",
  "28(3)(g)",
  "28(3)(h)",
  "28(4)",
  "28(9)",
  "29",
  "30(1)",
  "30(2)(a)",
  "30(2)(b)",
  "30(2)(c)",
  "30(2)(d)",
  "30(4)",
  "30(5)",
  "32",
  "33(1)",
  "33(2)",
  "33(5)",
  "34",
  "37",
  "39",
  "44",
  "45",
  "46",
  "49",
];

/** L221-16 as law 2020-901 wrote it, D223-9 as decree 2022-1313 did. */
const CONSUMER_ARTICLES = [
  { article: "L221-16", from: "2020-07-26" },
  { article: "L223-1", from: PRIOR_CONSENT },
  { article: "R223-1", from: PRIOR_CONSENT },
  { article: "D223-9", from: "2023-03-01" },
];

/** Provisions that a page explains, in the order of their texts. */
export const PROVISIONS: readonly Provision[] = [
  ...GDPR_ARTICLES.map((article) => provisionOf("gdpr", article, GDPR_APPLIES)),
  ...CONSUMER_ARTICLES.map(({ article, from }) => provisionOf("conso", article, from)),
];

const byArticle = new Map(PROVISIONS.map((provision) => [provision.article, provision]));

const byId = new Map(PROVISIONS.map((provision) => [provision.id, provision]));

export function provisionById(id: string): Provision | undefined {
  return byId.get(id);
}

/** Address of the official text and its language; EUR-Lex has none in Arabic, and Légifrance has French alone. */
export function officialText(law: ExplainedLaw, locale: string): { href: string; lang: string } {
  if (law === "conso")
    return { href: "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565", lang: "fr" };
  const lang = locale === "fr" ? "fr" : "en";
  return { href: `https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=${lang}`, lang };
}

/** Reads "30(2)(a)" or "L223-1"; "30(4)" within "130(4)" is none. */
const CITED = /(?<![\d(])(?:[LRD]\d{3}-\d{1,2}|\d{1,2}(?:\(\d\))?(?:\([a-h]\))?)(?![\d-])/g;

/** Words of other texts whose articles have numbers of their own. */
const OTHER_TEXT =
  /09[-\u2011]08|FADP|LPD|UK GDPR|2021\/91|1182|EDPB|CEPD|CPCE|CNDP|القانون|\blaw\b|\bloi\b/i;

/**
 * Finds the first explained provision that a citation names: "art. 28(4), 33(2)" → 28(4). What has no page of its own is
 * explained with what it is part of: 28(3)(d) with 28(3), 46(2)(c) with 46. Undefined where another law is cited.
 */
export function provisionCited(citation: string): Provision | undefined {
  if (OTHER_TEXT.test(citation)) return undefined;
  for (const [cited] of citation.matchAll(CITED)) {
    const found = explainedBy(cited);
    if (found) return found;
  }
  return undefined;
}

function explainedBy(article: string): Provision | undefined {
  const found = byArticle.get(article);
  if (found || !article.endsWith(")")) return found;
  return explainedBy(article.slice(0, article.lastIndexOf("(")));
}

function provisionOf(law: ExplainedLaw, article: string, from: string): Provision {
  const path = article.toLowerCase().replace(/[()]+/g, "-");
  return { id: `${law}-${path}`.replace(/-$/, ""), law, article, from };
}
