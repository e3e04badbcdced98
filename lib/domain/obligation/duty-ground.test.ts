import { describe, expect, it } from "vitest";
import { applicableLaws, type DataLaw, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { GDPR_ARTICLES } from "@/lib/domain/campaign/readiness";
import { equivalentArticle } from "@/lib/domain/statute/equivalent-articles";
import { LOCALES } from "@/lib/i18n/locale";
import { reasonOf } from "@/lib/i18n/obligation-words";
import { translator } from "@/lib/i18n/translator";
import {
  articleGround,
  type DutyGround,
  dutyGround,
  type GroundFacts,
  type SourceOfDuty,
} from "./duty-ground";
import { OBLIGATION_KINDS, ruleOf } from "./rules";

const ON = "2026-11-25";
const facts = (stated: Partial<LawFacts>): LawFacts => ({
  country: null,
  establishments: [],
  targeting: "no",
  targetCountries: [],
  ...stated,
});

/** Clients by the laws under which they stand; `open`: an unanswered question may bring the GDPR. */
const CLIENTS: Record<string, { client: LawFacts; laws: readonly DataLaw[]; isOpen?: true }> = {
  France: { client: facts({ country: "FR" }), laws: ["gdpr"] },
  "United Kingdom": { client: facts({ country: "GB" }), laws: ["uk-gdpr"] },
  Switzerland: { client: facts({ country: "CH" }), laws: ["swiss-fadp"] },
  Morocco: { client: facts({ country: "MA" }), laws: ["law-09-08"] },
  "New Caledonia": { client: facts({ country: "NC" }), laws: ["french-1978"] },
  "United States": { client: facts({ country: "US" }), laws: ["other"] },
  "Morocco with a French branch": {
    client: facts({ country: "MA", establishments: ["FR"] }),
    laws: ["gdpr", "law-09-08"],
  },
  "United Kingdom, targeting Frenchmen": {
    client: facts({ country: "GB", targeting: "yes", targetCountries: ["FR"] }),
    laws: ["gdpr", "uk-gdpr"],
  },
  "Morocco, targeting unsaid": {
    client: facts({ country: "MA", targeting: "" }),
    laws: ["law-09-08"],
    isOpen: true,
  },
  "unknown seat": { client: facts({}), laws: [], isOpen: true },
};

/** Laws that each source is a text of; contracts and rules of one's own are of none. */
const LAW_OF: Partial<Record<SourceOfDuty, DataLaw>> = {
  gdpr: "gdpr",
  "uk-gdpr": "uk-gdpr",
  "french-1978": "french-1978",
  fadp: "swiss-fadp",
  law0908: "law-09-08",
};

/** Faults of a ground, for a client under some laws: a text of a law that it is not under, or nothing at all. */
function faultsOf({ provisions }: DutyGround, laws: readonly DataLaw[]): string[] {
  if (provisions.length === 0) return ["no text"];
  return provisions.flatMap(({ source, article }) => {
    const law = LAW_OF[source];
    if (law !== undefined && !laws.includes(law)) return [`${source} ${article}`];
    return law !== undefined && article === "" ? [`${source} without an article`] : [];
  });
}

/** Kinds whose text depends on the client; the others name one law, and are planned under it alone. */
const OF_CLIENTS = OBLIGATION_KINDS.filter((kind) => {
  const { source, isOfOrganisation } = ruleOf(kind);
  return source === "gdpr" && !isOfOrganisation;
});

const CASES = Object.entries(CLIENTS).flatMap(([where, of]) =>
  [true, false].flatMap((hasContract) =>
    [true, false].map((hasRepresentative) => ({ where, ...of, hasContract, hasRepresentative })),
  ),
);

describe.each(CASES)(
  "a client of $where, contract $hasContract, representative $hasRepresentative",
  ({ client, laws, isOpen = false, hasContract, hasRepresentative }) => {
    // A representative and contacts are no facts of the law: what is given beside them must not change it.
    const beside = { representative: hasRepresentative ? "Finch SAS, Caen" : "", contactEmail: "" };
    const of: GroundFacts = {
      clients: [applicableLaws({ ...client, ...beside }, { on: ON })],
      isOfOneClient: true,
      hasContract,
      isProcessorBound: false,
    };

    it.each(OF_CLIENTS)("owes %s by its laws alone", (kind) => {
      const ground = dutyGround(kind, of);
      expect(faultsOf(ground, laws)).toEqual([]);
      const { article } = ruleOf(kind);
      const has = (source: SourceOfDuty) => ground.provisions.some((one) => one.source === source);
      expect(ground.provisions.some((one) => one.source === "gdpr" && one.article === article)).toBe(
        laws.includes("gdpr"),
      );
      expect(has("uk-gdpr")).toBe(laws.includes("uk-gdpr"));
      expect(has("presumed") || has("seat-unknown")).toBe(isOpen);
      expect(has("seat-unknown")).toBe(laws.length === 0);
      if (has("contract")) expect(hasContract).toBe(true);
      if (ground.provisions.every(({ source }) => source === "presumed" || source === "unknown"))
        expect(["own", null]).toContain(ground.basis);
    });

    it("names the organisation’s own duties by its own law, whatever the client’s", () => {
      for (const kind of OBLIGATION_KINDS.filter((one) => ruleOf(one).isOfOrganisation)) {
        expect(dutyGround(kind, of).provisions).toEqual([{ source: "own", article: "" }]);
        expect(dutyGround(kind, { ...of, isProcessorBound: true }).provisions).toEqual([
          { source: "gdpr", article: ruleOf(kind).article },
        ]);
      }
    });
  },
);

describe("the check of grounds", () => {
  const planted = (source: SourceOfDuty, article: string): DutyGround => ({
    provisions: [{ source, article }],
    basis: "statutory",
  });
  it("finds a duty that cites the GDPR for a client under another law, and one without a text", () => {
    expect(faultsOf(planted("gdpr", "28(3)"), ["law-09-08"])).toEqual(["gdpr 28(3)"]);
    expect(faultsOf(planted("fadp", ""), ["swiss-fadp"])).toEqual(["fadp without an article"]);
    expect(faultsOf({ provisions: [], basis: null }, ["gdpr"])).toEqual(["no text"]);
    expect(faultsOf(planted("uk-gdpr", "28(3)"), ["uk-gdpr"])).toEqual([]);
  });

  it("compares every article that a noun declares", () => {
    const declared = OBLIGATION_KINDS.map(ruleOf).flatMap(({ source, article }) =>
      source === "gdpr" ? [article] : [],
    );
    for (const article of declared)
      expect(() => equivalentArticle(article, "swiss-fadp"), article).not.toThrow();
    expect(() => equivalentArticle("99", "law-09-08")).toThrow("99");
  });

  it("compares every article by which a campaign is judged, and says where a list comes from by its client's law", () => {
    for (const article of GDPR_ARTICLES)
      expect(() => equivalentArticle(article, "law-09-08"), article).not.toThrow();
    expect(GDPR_ARTICLES).toContain("14(2)(f)");
    const ofMorocco: GroundFacts = {
      clients: [lawsOf({ country: "MA" })],
      isOfOneClient: true,
      hasContract: true,
      isProcessorBound: true,
    };
    expect(
      articleGround({ article: "14(2)(f)", basis: "statutory" }, ofMorocco).provisions.map(
        ({ source, article }) => `${source} ${article}`,
      ),
    ).toContain("law0908 7");
  });
});

const lawsOf = (stated: Partial<LawFacts>) => applicableLaws(facts(stated), { on: ON });
const WITHOUT: Omit<GroundFacts, "clients"> = {
  isOfOneClient: true,
  hasContract: false,
  isProcessorBound: false,
};

it.each<[string, Partial<LawFacts>, Partial<GroundFacts>, DutyGround]>([
  [
    "a Swiss client’s breach",
    { country: "CH" },
    {},
    { provisions: [{ source: "fadp", article: "24(3)" }], basis: "statutory" },
  ],
  [
    "a Moroccan client’s, by its contract",
    { country: "MA" },
    { hasContract: true },
    { provisions: [{ source: "contract", article: "" }], basis: "contractual" },
  ],
  [
    "a Moroccan client’s, which no law and no contract asks for",
    { country: "MA" },
    {},
    { provisions: [{ source: "own", article: "" }], basis: null },
  ],
  [
    "a French client’s, of a processor whom its contract alone binds",
    { country: "FR" },
    { hasContract: true },
    { provisions: [{ source: "gdpr", article: "33(2)" }], basis: "contractual" },
  ],
  [
    "a French client’s, of a processor whom the GDPR binds",
    { country: "FR" },
    { hasContract: true, isProcessorBound: true },
    { provisions: [{ source: "gdpr", article: "33(2)" }], basis: "statutory" },
  ],
  [
    "a French client’s without a contract, which its law asks for",
    { country: "FR" },
    {},
    { provisions: [{ source: "gdpr", article: "33(2)" }], basis: "statutory" },
  ],
  [
    "an American client’s",
    { country: "US" },
    {},
    { provisions: [{ source: "unknown", article: "" }], basis: null },
  ],
  [
    "a Moroccan client’s, of a processor whom the GDPR binds",
    { country: "MA" },
    { isProcessorBound: true },
    { provisions: [{ source: "gdpr", article: "33(2)" }], basis: "statutory" },
  ],
])("names the text of %s", (_what, stated, more, expected) =>
  expect(dutyGround("breach.tell", { ...WITHOUT, clients: [lawsOf(stated)], ...more })).toEqual(expected),
);

it("leaves a client’s own duty a statutory one, whatever binds its processor", () => {
  const french = { ...WITHOUT, clients: [lawsOf({ country: "FR" })], hasContract: true };
  expect(dutyGround("rights-request.answer", french).basis).toBe("statutory");
});

it("never owes a client’s own duty because its processor is bound", () => {
  const bound = { ...WITHOUT, clients: [lawsOf({ country: "GB" })], isProcessorBound: true };
  expect(dutyGround("rights-request.answer", bound).provisions).toEqual([
    { source: "uk-gdpr", article: "12(3)" },
  ]);
});

it("owes what concerns no client alone by the first of all clients’ laws", () => {
  const all = { ...WITHOUT, isOfOneClient: false };
  const coverage = (clients: readonly LawFacts[]) =>
    dutyGround("measure.coverage", { ...all, clients: clients.map((one) => applicableLaws(one, { on: ON })) })
      .provisions;
  const [swiss, moroccan] = [facts({ country: "CH" }), facts({ country: "MA" })];
  expect(coverage([moroccan, swiss])).toEqual([{ source: "fadp", article: "8(1)" }]);
  expect(coverage([moroccan, facts({ country: "FR" })])).toEqual([{ source: "gdpr", article: "32(1)" }]);
  expect(coverage([moroccan])).toEqual([{ source: "law0908", article: "23(1)" }]);
  expect(coverage([])).toEqual([{ source: "own", article: "" }]);
});

it("has words for each text in every language", async () => {
  for (const locale of LOCALES) {
    const t = await translator(locale, "obligation");
    for (const kind of OBLIGATION_KINDS)
      for (const { client } of Object.values(CLIENTS)) {
        const of = { ...WITHOUT, clients: [applicableLaws(client, { on: ON })] };
        expect(reasonOf(t, dutyGround(kind, of), locale)).not.toBe("");
      }
  }
});
