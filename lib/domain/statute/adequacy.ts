import { foldedWords } from "@/lib/domain/text/vagueness";
import { isInForce, type Dated } from "./dated";

/**
 * Reach of a decision: the whole country, importers of a certain nature, or only importers that have
 * certified themselves and are on a public list.
 */
export type AdequacyReach = "country" | "sector" | "certified";

/** An adequacy decision, art. 45. `scope` is "" when nothing is set apart. */
export type AdequacyDecision = Dated & {
  /** ISO 3166-1 alpha-2; null for an international organisation. */
  country: string | null;
  /** Names of the international organisation, folded; empty for a country. */
  organisation: readonly string[];
  reach: AdequacyReach;
  scope: string;
};

/** Morocco is not here: it has no adequacy decision. */
export const ADEQUACY_DECISIONS: readonly AdequacyDecision[] = [
  decision("CH", "2000-07-26", "Decision 2000/518/EC", "memory"),
  {
    ...decision("CA", "2001-12-20", "Decision 2002/2/EC", "secondary"),
    reach: "sector",
    scope: "commercial organisations under PIPEDA",
  },
  decision("AR", "2003-06-30", "Decision 2003/490/EC", "secondary"),
  decision("GG", "2003-11-21", "Decision 2003/821/EC", "secondary"),
  decision("IM", "2004-04-28", "Decision 2004/411/EC", "secondary"),
  decision("JE", "2008-05-08", "Decision 2008/393/EC", "memory"),
  decision("FO", "2010-03-05", "Decision 2010/146/EU", "secondary"),
  decision("AD", "2010-10-19", "Decision 2010/625/EU", "secondary"),
  {
    ...decision("IL", "2011-01-31", "Decision 2011/61/EU", "secondary"),
    reach: "sector",
    scope: "automated processing",
  },
  decision("UY", "2012-08-21", "Implementing Decision 2012/484/EU", "memory"),
  decision("NZ", "2012-12-19", "Implementing Decision 2013/65/EU", "memory"),
  {
    ...decision("JP", "2019-01-23", "Implementing Decision (EU) 2019/419", "secondary"),
    reach: "sector",
    scope: "business operators under APPI with the supplementary rules",
  },
  {
    // Not an adequacy decision, but the same effect for six months at most.
    ...decision("GB", "2021-01-01", "Trade and Cooperation Agreement, bridging clause", "memory"),
    until: "2021-06-27",
    article: "TCA 782",
  },
  {
    ...decision(
      "GB",
      "2021-06-28",
      "Implementing Decision (EU) 2021/1772, renewed December 2025",
      "secondary",
    ),
    until: "2031-12-27",
  },
  decision("KR", "2021-12-17", "Implementing Decision (EU) 2022/254", "memory"),
  {
    ...decision(
      "US",
      "2023-07-10",
      "Implementing Decision (EU) 2023/1795, Data Privacy Framework",
      "secondary",
    ),
    reach: "certified",
    scope: "importers certified under the Data Privacy Framework",
  },
  {
    ...decision(null, "2025-07-15", "Adequacy decision for the European Patent Organisation", "secondary"),
    organisation: [
      "european patent organisation",
      "european patent organization",
      "european patent office",
      "epo",
      "organisation europeenne des brevets",
      "office europeen des brevets",
      "oeb",
      "منظمة اوروبية لبراءات اختراع",
      "منظمة براءات اختراع اوروبية",
      "مكتب اوروبي لبراءات اختراع",
      "مكتب براءات اختراع اوروبي",
      "europaische patentorganisation",
      "europaisches patentamt",
      "organizacion europea de patentes",
      "oficina europea de patentes",
      "organizzazione europea dei brevetti",
      "ufficio europeo dei brevetti",
      "europese octrooiorganisatie",
      "europees octrooibureau",
    ],
  },
  decision("BR", "2026-01-26", "Implementing Decision (EU) 2026/179, OJ 28 January 2026", "secondary"),
];

/** The decision that covers a country on a calendar date, or null. */
export function adequacyOn(country: string, on: string): AdequacyDecision | null {
  return ADEQUACY_DECISIONS.find((found) => found.country === country && isInForce(found, on)) ?? null;
}

/** The decision that covers an international organisation, by any of its names. */
export function adequacyOfOrganisationOn(name: string, on: string): AdequacyDecision | null {
  return (
    ADEQUACY_DECISIONS.find(
      (found) => found.organisation.length > 0 && isInForce(found, on) && isNamed(name, found.organisation),
    ) ?? null
  );
}

/** True for the name of an international organisation that a decision covers, on whatever day. */
export function namesAdequateOrganisation(text: string): boolean {
  return ADEQUACY_DECISIONS.some(
    ({ organisation }) => organisation.length > 0 && isNamed(text, organisation),
  );
}

/** Seats of the Patent Organisation and their countries, folded: they may follow its name, another place may not. */
const SEATS = new Set(
  (
    "munich munchen monaco di baviera la haye the hague den haag haag rijswijk berlin vienne vienna wien bruxelles " +
    "brussels allemagne germany deutschland pays bas netherlands nederland autriche austria اوستريا ميونيخ ميونخ لاهاي " +
    "مانيا المانيا هولندا"
  ).split(" "),
);

/**
 * "L’OEB", "Office européen des brevets (OEB), Munich": every part is a name or a seat. "Conseil près l’OEB" is somebody
 * else, and "OEB, Maroc" somewhere else too.
 */
function isNamed(text: string, names: readonly string[]): boolean {
  const [first = "", ...others] = text
    .split(/[(),;:،/\n]|\s[-–—]\s/)
    .map((part) => foldedWords(part).join(" ").replace(LEADING_ARTICLE, ""))
    .filter((part) => part !== "");
  const isName = (part: string) =>
    names.includes(part) || names.some((known) => isFollowedByAbbreviation(part, known, names));
  return (
    isName(first) && others.every((part) => isName(part) || part.split(" ").every((word) => SEATS.has(word)))
  );
}

const LEADING_ARTICLE = /^(?:l|la|le|the|das|die|der|el|il|lo|het|de) /;

/** "Office européen des brevets OEB". */
function isFollowedByAbbreviation(name: string, known: string, names: readonly string[]): boolean {
  return name.startsWith(`${known} `) && names.includes(name.slice(known.length + 1));
}

function decision(
  country: string | null,
  from: string,
  source: string,
  status: Dated["status"],
): AdequacyDecision {
  return {
    country,
    organisation: [],
    from,
    until: null,
    article: "45",
    source,
    status,
    reach: "country",
    scope: "",
  };
}
