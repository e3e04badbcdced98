import fc from "fast-check";
import type { LawFacts } from "@/lib/domain/statute/applicable-laws";
import { describe, expect, it } from "vitest";
import { CLAUSE_IDS, type ClauseId } from "./clauses";
import { assessContract, CONTRACT_RULES, summariseContractGaps } from "./completeness";
import { CLAUSE_ANSWERS } from "./content";
import { answers, caseOf, contractWith, INSTRUCTOR, ORGANISATION } from "./contract.fixture";

type Change = Parameters<typeof contractWith>[0];
type Dates = Parameters<typeof contractWith>[1];
const found = (change: Change = {}, dates: Dates = {}, rest: Parameters<typeof caseOf>[1] = {}) =>
  assessContract(caseOf(contractWith(change, dates), rest)).map(({ clause, rule }) => `${clause} ${rule}`);

const isComplete = (assessment: Parameters<typeof assessContract>[0]) =>
  assessContract(assessment).every(({ level }) => level !== "required");

const FRENCH: typeof ORGANISATION = {
  country: "FR",
  siteCountries: ["FR"],
  gdprBinding: "union-establishment",
};

/** Each rule with a contract that breaks it and what is then found. */
const TABLE: [rule: string, change: Change, dates: Dates, found: string[]][] = [
  ["unsigned", {}, { signedOn: null }, ["K08 unsigned"]],
  ["signed-late", {}, { signedOn: "2026-03-01" }, ["K08 signed-late"]],
  ["expired", { term: { endsOn: "2026-11-23", renewal: "none" } }, {}, ["K08 expired"]],
  [
    "regime-unsaid",
    { terms: { authorisation: null }, instruments: { scc914Option: null } },
    {},
    ["K13 regime-unsaid", "K25 option-unsaid"],
  ],
  [
    "no-objection-period",
    { terms: { objectionDays: null }, instruments: { scc914Days: null } },
    {},
    ["K14 no-objection-period"],
  ],
  ["imposed-fate", { terms: { endFate: "delete" } }, {}, ["K20 imposed-fate"]],
  ["restricted-audit", { terms: { auditRights: "restricted" } }, {}, ["K22 restricted-audit"]],
  ["only-915", { instruments: { scc914: false, scc915: true } }, {}, ["K25 only-915"]],
  ["no-tool", { instruments: { scc914: false } }, {}, ["K25 no-tool"]],
  ["no-assessment", { instruments: { tiaOn: null } }, {}, ["K25 no-assessment"]],
  ["scc-too-early", { instruments: { scc914SignedOn: "2021-06-26" } }, {}, ["K25 scc-too-early"]],
  ["option-unsaid", { instruments: { scc914Law: null } }, {}, ["K25 option-unsaid"]],
  ["option-differs", { instruments: { scc914Option: "specific" } }, {}, ["K25 option-differs"]],
  ["days-differ", { terms: { objectionDays: 8 } }, {}, ["K25 days-differ"]],
  ["foreign-law", { instruments: { scc914Forum: "MA" } }, {}, ["K25 foreign-law"]],
  [
    "objection-short",
    { terms: { objectionDays: 6 }, instruments: { scc914Days: null } },
    {},
    ["K14 objection-short"],
  ],
  ["renewal-unsaid", { term: { renewal: null, renewalMonths: null } }, {}, ["K02 renewal-unsaid"]],
  ["requests-slow", { terms: { rightsRequestsDays: 6 } }, {}, ["K16 requests-slow"]],
  ["breach-slow", { terms: { breachNoticeHours: 49 } }, {}, ["K18 breach-slow"]],
  ["breach-too-late", { terms: { breachNoticeHours: 73 } }, {}, ["K18 breach-too-late"]],
  ["deletion-slow", { terms: { endFateDays: 91 } }, {}, ["K20 deletion-slow"]],
  ["deletion-emptied", { terms: { endFateDays: 1095 } }, {}, ["K20 deletion-emptied"]],
  ["audit-notice-long", { terms: { auditNoticeDays: 31 } }, {}, ["K22 audit-notice-long"]],
  ["importer-bound", { terms: { binding: "direct_3_2" } }, {}, ["K25 importer-bound"]],
];

describe("assessContract", () => {
  it("finds nothing in a contract that holds everything", () => {
    expect(found()).toEqual([]);
    expect(isComplete(caseOf(contractWith()))).toBe(true);
  });

  it.each(TABLE)("%s", (_rule, change, dates, gaps) => expect(found(change, dates)).toEqual(gaps));

  it("has a line above for every rule", () => {
    const tried = [...TABLE.map(([rule]) => rule), "no-instructor", "uk-tool", "swiss-clauses"];
    expect(tried.sort()).toEqual(CONTRACT_RULES.map(({ id }) => id).sort());
  });

  it("wants somebody who may instruct on the day, 29", () => {
    const left = { ...INSTRUCTOR, until: "2026-11-23" };
    expect(found({}, {}, { instructors: [left] })).toEqual(["K09 no-instructor"]);
    expect(found({}, {}, { instructors: [left], on: "2026-11-23" })).toEqual([]);
  });

  it.each(["absent", "insufficient", "unread"] as const)(
    "names each clause that is %s by its article",
    (answer) => {
      const gaps = assessContract(caseOf(contractWith({ clauses: answers(answer) })));
      expect(gaps.filter(({ rule }) => rule === answer).map(({ clause }) => clause)).toEqual([...CLAUSE_IDS]);
      expect(gaps.find(({ clause }) => clause === "K12")).toMatchObject({
        article: "28(3)(c), 32",
        level: "required",
        section: "clauses",
      });
    },
  );

  it("asks a French site without a general authorisation for neither K14, K25 nor K26", () => {
    const instruments = { scc914Option: "specific" as const };
    const change = { clauses: answers("absent"), terms: { authorisation: "specific" as const }, instruments };
    const gaps = found(change, {}, { organisation: FRENCH });
    expect(gaps.filter((gap) => /^K(14|25|26) /.test(gap))).toEqual([]);
  });

  it.each([
    ["TN", true],
    ["CH", false],
    // The Data Privacy Framework covers whoever certified itself, and nobody else.
    ["US", true],
  ])("asks for the tool where the contract lets data be seen from %s: %s", (country, isAsked) => {
    const { clauses } = contractWith().content.deed;
    const change = {
      clauses: { ...clauses, ...answers("absent", ["K25"]) },
      object: { countries: [country] },
    };
    expect(found(change, {}, { organisation: FRENCH })).toEqual(isAsked ? ["K25 absent"] : []);
  });

  it.each([
    ["direct_3_2", "contractual-only", "statutory"],
    ["contractual_only", "direct-3-2", "contractual"],
    ["contractual_only", "union-establishment", "statutory"],
    [null, "contractual-only", "contractual"],
    [null, "direct-3-2", "statutory"],
  ] as const)("bound %s by the contract, %s as a whole: %s", (binding, gdprBinding, basis) => {
    const contract = contractWith({ terms: { binding }, clauses: answers("absent") });
    const gaps = assessContract(caseOf(contract, { organisation: { ...ORGANISATION, gdprBinding } }));
    const of = (id: ClauseId) => gaps.find(({ clause }) => clause === id)?.basis;
    expect([of("K05"), of("K26")]).toEqual([basis, "statutory"]);
  });
});

describe("terms, judged", () => {
  const levels = (change: Change) =>
    assessContract(caseOf(contractWith(change))).map(({ rule, level }) => `${rule} ${level}`);

  it.each<[string, Change, string[]]>([
    ["48 hours", { terms: { breachNoticeHours: 48 } }, []],
    ["72 hours", { terms: { breachNoticeHours: 72 } }, ["breach-slow advisable"]],
    ["96 hours", { terms: { breachNoticeHours: 96 } }, ["breach-too-late required"]],
    ["without undue delay", { terms: { breachNoticeHours: null } }, []],
    ["requests in five days", { terms: { rightsRequestsDays: 5 } }, []],
    ["requests in ten", { terms: { rightsRequestsDays: 10 } }, ["requests-slow advisable"]],
    ["erased after 90 days", { terms: { endFateDays: 90 } }, []],
    ["after six months", { terms: { endFateDays: 180 } }, ["deletion-slow advisable"]],
    ["after five years", { terms: { endFateDays: 1826 } }, ["deletion-emptied required"]],
    [
      "after five years, by a law",
      { terms: { endFateDays: 1826 }, object: { retention: "Prescription de l’art. 2224 du code civil" } },
      [],
    ],
    ["an audit in a month", { terms: { auditNoticeDays: 30 } }, []],
    ["an audit in two", { terms: { auditNoticeDays: 60 } }, ["audit-notice-long advisable"]],
    ["audits refused", { terms: { auditRights: "restricted" } }, ["restricted-audit required"]],
    ["a week to object", { terms: { objectionDays: 7 }, instruments: { scc914Days: null } }, []],
    [
      "three days to object",
      { terms: { objectionDays: 3 }, instruments: { scc914Days: null } },
      ["objection-short advisable"],
    ],
    ["data given back whatever is chosen", { terms: { endFate: "return" } }, ["imposed-fate advisable"]],
  ])("%s", (_, change, expected) => {
    expect(levels(change)).toEqual(expected);
  });

  it("judges no term of a clause that the contract does not hold", () => {
    const { clauses } = contractWith().content.deed;
    const change = {
      clauses: { ...clauses, ...answers("absent", ["K18"]) },
      terms: { breachNoticeHours: 96 },
    };
    expect(levels(change)).toEqual(["absent required"]);
  });
});

const seatedIn = (country: string, stated: Partial<LawFacts> = {}): LawFacts => ({
  country,
  establishments: [],
  targeting: "no",
  targetCountries: [],
  ...stated,
});

const asClientOf = <C extends object>(contract: C, controller: LawFacts) => ({ ...contract, controller });

describe("the controller's own law", () => {
  const of = (country: string, change: Change = {}, rest: Parameters<typeof caseOf>[1] = {}) => {
    const contract = { ...contractWith(change), controller: seatedIn(country) };
    return assessContract(caseOf(contract, rest)).map(
      ({ clause, rule, basis }) => `${clause} ${rule} ${basis}`,
    );
  };
  const noted = (note: string) => {
    const { clauses } = contractWith().content.deed;
    return { clauses: { ...clauses, K25: { ...clauses.K25, note } } };
  };

  it("asks of a Moroccan client's contract the contract of law 09-08 alone", () => {
    expect(of("MA", { clauses: answers("absent"), instruments: { scc914: false } })).toEqual([
      "K26 absent statutory",
    ]);
    expect(
      of("MA", {
        clauses: answers("present"),
        instruments: { scc914: false },
        terms: { breachNoticeHours: 200 },
      }),
    ).toEqual([]);
  });

  it("asks of a Moroccan client that nobody asked of its targets no more than law 09-08", () => {
    const silent = {
      ...contractWith({ clauses: answers("absent") }),
      controller: seatedIn("MA", { targeting: "" }),
    };
    expect(assessContract(caseOf(silent)).map(({ clause }) => clause)).toEqual(["K26"]);
  });

  it("asks all of it of a Moroccan client that targets persons in France, or has a branch there", () => {
    const clausesOf = (stated: Partial<LawFacts>) =>
      assessContract(
        caseOf(asClientOf(contractWith({ clauses: answers("absent") }), seatedIn("MA", stated))),
      ).map(({ clause }) => clause);
    expect(clausesOf({ targeting: "yes", targetCountries: ["FR"] })).toContain("K25");
    expect(clausesOf({ establishments: ["FR"] })).toContain("K25");
  });

  it("asks of a British client under both laws what both ask: the clauses of the Union with the addendum", () => {
    const both = (change: Change) =>
      assessContract(
        caseOf(
          asClientOf(contractWith(change), seatedIn("GB", { targeting: "yes", targetCountries: ["FR"] })),
        ),
      ).map(({ rule }) => rule);
    expect(both(noted("UK Addendum"))).toEqual([]);
    expect(both({ ...noted("IDTA"), instruments: { scc914: false } })).toEqual(["no-tool"]);
  });

  it("asks all of it where 3(2) applies to the contract", () => {
    const change = { clauses: answers("absent"), terms: { binding: "direct_3_2" as const } };
    expect(of("MA", change)).toContain("K12 absent statutory");
    expect(
      of(
        "MA",
        { clauses: answers("absent"), terms: { binding: null } },
        { organisation: { ...ORGANISATION, gdprBinding: "direct-3-2" } },
      ),
    ).toContain("K25 absent statutory");
  });

  it("wants the British tool of a British client", () => {
    expect(of("GB")).toEqual(["K25 uk-tool contractual"]);
    expect(of("GB", noted("UK Addendum, annexe 4"))).toEqual([]);
    expect(of("GB", { ...noted("IDTA"), instruments: { scc914: false } })).toEqual([]);
    expect(
      of("GB", { ...noted("UK Addendum"), instruments: { scc914Law: "GB", scc914Forum: "GB" } }),
    ).toEqual([]);
    expect(of("FR", { instruments: { scc914Law: "GB" } })).toEqual(["K25 foreign-law contractual"]);
  });

  it("advises to adapt the clauses of a Swiss client, whose own law may govern them", () => {
    expect(of("CH")).toEqual(["K25 swiss-clauses contractual"]);
    expect(of("CH", { ...noted("adaptées selon le PFPDT"), instruments: { scc914Law: "CH" } })).toEqual([]);
  });

  it("dates the contract of a Moroccan client by law 09-08 too", () => {
    const unsigned = { ...contractWith({}, { signedOn: null }), controller: seatedIn("MA") };
    expect(assessContract(caseOf(unsigned))).toMatchObject([
      { clause: "K26", rule: "unsigned", article: "09-08: 23(3)-(4)", basis: "statutory" },
    ]);
  });
});

describe("isComplete, whatever the rest says", () => {
  const readings = fc.record(
    Object.fromEntries(
      CLAUSE_IDS.map((id) => [
        id,
        fc.record({
          answer: fc.constantFrom(...CLAUSE_ANSWERS, "present", "present", "present"),
          place: fc.constant(""),
          note: fc.constant(""),
        }),
      ]),
    ),
  );
  const change = fc.record({
    clauses: readings,
    instruments: fc.record({ scc914: fc.boolean(), scc915: fc.boolean(), dpa: fc.boolean() }),
    terms: fc.record({ authorisation: fc.constantFrom("specific", "general", null) }),
  });

  it("is never without the transfer tool while agents sit in Morocco", () => {
    fc.assert(
      fc.property(change, (any) => {
        const contract = contractWith(any);
        const { clauses, instruments } = contract.content.deed;
        if (isComplete(caseOf(contract)))
          expect([clauses.K25.answer, instruments.scc914]).toEqual(["present", true]);
      }),
    );
  });

  it("counts each required gap, and names each clause once in its order", () => {
    fc.assert(
      fc.property(change, (any) => {
        const gaps = assessContract(caseOf(contractWith(any)));
        const { required, advisable, codes } = summariseContractGaps(gaps);
        expect(required + advisable).toBe(gaps.length);
        expect(codes).toEqual([...new Set(codes)].sort());
        expect(required === 0).toBe(isComplete(caseOf(contractWith(any))));
      }),
    );
  });
});
