import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instructionWith } from "@/lib/domain/instruction/instruction.fixture";
import { PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
import { houseClosing } from "@/lib/domain/telephone-prospecting/house.fixture";
import { NO_TIGHTENING, type Tightening } from "@/lib/domain/telephone-prospecting/tightening";
import { campaignWith } from "./campaign.fixture";
import type { CampaignContent } from "./content";
import { groundWith, scriptWith } from "./ground.fixture";
import type { CampaignGround } from "./ground";
import { readinessOf, readinessOn } from "./readiness";

const read = (
  content: Partial<CampaignContent>,
  ground: Partial<CampaignGround> = {},
  today = "2026-11-28",
  house: Partial<Tightening> = {},
) =>
  readinessOf(campaignWith(content), groundWith(ground), {
    today,
    statute: PROSPECTING_RULES,
    house: { ...NO_TIGHTENING, ...house },
  });
const reasonsOf = ({ reasons }: ReturnType<typeof read>) =>
  reasons.map(({ verdict, reason, days }) =>
    [verdict, reason, days?.from, days?.until].filter(Boolean).join(" "),
  );

describe("a campaign", () => {
  it("is green where nothing is in doubt", () => {
    expect(read({})).toEqual({ colour: "green", reasons: [] });
  });

  it("is red without consent, with the article, on its own days alone", () => {
    const { colour, reasons } = read({}, { consents: [] });
    expect(colour).toBe("red");
    expect(reasons).toMatchObject([
      {
        rule: "T9",
        article: "L223-1 ; L223-5",
        reason: "consent-none",
        days: { from: "2027-01-04", until: "2027-01-29" },
      },
    ]);
  });

  it.each<[string, Partial<CampaignContent>, string[]]>([
    ["without dates", { lastDay: null }, ["broken dates-missing"]],
    ["that is over", { firstDay: "2026-11-02", lastDay: "2026-11-27" }, ["broken dates-over"]],
    ["of a weekend", { firstDay: "2027-01-09", lastDay: "2027-01-10" }, ["broken days-closed"]],
    ["of more than two years", { lastDay: "2029-01-04" }, ["broken dates-long"]],
    ["without territories", { territories: [] }, ["broken territories-missing"]],
    ["of housing energy", { sector: "housing-energy" }, ["broken sector-prohibited 2027-01-04 2027-01-29"]],
    [
      "that shows a mobile from abroad",
      { numbers: [{ number: "+33612345678", authenticated: "no" }] },
      ["broken number-mobile-abroad 2027-01-04 2027-01-29"],
    ],
    [
      "in Polynesia, by law of its own",
      { territories: ["PF"] },
      ["doubt territory-legislation 2027-01-04 2027-01-29"],
    ],
    ["whose list comes from nowhere", { provenance: "" }, ["doubt provenance-missing"]],
    ["to businesses by the opposition list", { audience: "business", basis: "opposition-list" }, []],
  ])("%s", (_, content, expected) => {
    expect(reasonsOf(read(content))).toEqual(expected);
  });

  it("that calls another country is in doubt of its law, and asked nothing of French law where it calls no France", () => {
    const french = { basis: null, sector: null, abroad: null, dialler: null, product: "" } as const;
    const moroccan = read({ ...french, territories: [], countries: ["MA"] }, { consents: [], script: null });
    expect(moroccan.colour).toBe("amber");
    expect(moroccan.reasons).toMatchObject([
      {
        rule: "foreign-law",
        verdict: "doubt",
        reason: "foreign-law-MA",
        article: "loi 09-08, art. 10",
        country: "MA",
      },
    ]);
    expect(reasonsOf(read({ territories: [], countries: ["BE"] }))).toEqual(["doubt foreign-law"]);
    // A weekend closes nothing but France.
    const weekend = { firstDay: "2027-01-09", lastDay: "2027-01-10" };
    expect(reasonsOf(read({ ...weekend, territories: [], countries: ["GB"] }))).toEqual([
      "doubt foreign-law-GB",
    ]);
    expect(reasonsOf(read({ countries: ["MA"], sector: "housing-energy" }))).toEqual([
      ...["broken sector-prohibited 2027-01-04 2027-01-29", "doubt foreign-law-MA"],
    ]);
  });

  const SALE: Partial<CampaignContent> = {
    writes: "yes",
    saleOwn: "yes",
    saleSimilar: "yes",
    saleCollected: "yes",
    saleRefusalThen: "yes",
    saleRefusalEach: "yes",
  };
  it("that writes too is red until each condition of the exception for customers is known to be met", () => {
    const contract = { basis: "contract" as const, ...SALE };
    expect(reasonsOf(read(contract))).toEqual([]);
    const [reason, ...none] = read({ ...contract, saleCollected: null, saleRefusalEach: null }).reasons;
    expect(none).toEqual([]);
    expect(reason).toMatchObject({
      rule: "T19",
      verdict: "broken",
      reason: "written-sale-unknown",
      lacking: ["collected", "refusalEach"],
    });
    expect(read({ ...contract, saleSimilar: "no" }).reasons).toMatchObject([
      { rule: "T19", reason: "written-sale-unmet", lacking: ["similar"] },
    ]);
    // Leaves messages unjudged that are not written; what rests on consent is judged person by person.
    expect(read({ ...contract, writes: "no", saleOwn: null }).colour).toBe("green");
    expect(read({ ...SALE, saleOwn: null }).colour).toBe("green");
  });

  it("that writes of housing energy breaks the ban of messages besides that of calls", () => {
    const found = read({ ...SALE, basis: "contract", sector: "housing-energy" }).reasons;
    expect(found.map(({ rule, reason }) => `${rule} ${reason}`)).toContain("T8 written-prohibited");
  });

  it.each<[string, Partial<CampaignGround>, string[]]>([
    ["no instruction", { instruction: null }, ["broken instruction-none 2027-01-04 2027-01-29"]],
    [
      "an instruction to erase",
      { instruction: instructionWith({ kind: "erasure" }) },
      ["broken instruction-other 2027-01-04 2027-01-29"],
    ],
    [
      "an instruction of which nobody said what it is about",
      { instruction: instructionWith({ kind: "unsaid" }) },
      ["doubt instruction-unsaid 2027-01-04 2027-01-29"],
    ],
    ["no contract", { contracts: [] }, ["broken contract-none 2027-01-04 2027-01-29"]],
    [
      "a sample of consents",
      { collections: [{ ...groundWith().collections[0]!, isWhole: false }] },
      ["doubt consents-sampled"],
    ],
    ["no script", { script: null }, ["doubt script-none"]],
    ["a script of which no edition is in use", { script: { used: null } }, ["doubt script-unused"]],
    [
      "a script that nobody can search",
      { script: { used: scriptWith({ language: "ar" }) } },
      ["doubt script-unchecked"],
    ],
    [
      "a script without what is due",
      { script: { used: scriptWith({ text: "Je m’appelle Salma, pour le compte de Filature." }) } },
      [
        "broken script-missing 2027-01-04 2027-01-29",
        "broken script-missing 2027-01-04 2027-01-29",
        "broken script-missing 2027-01-04 2027-01-29",
      ],
    ],
    [
      "calls of which nobody has said whether they are recorded",
      { script: { used: scriptWith({ isRecorded: null }) } },
      ["doubt script-unknown 2027-01-04 2027-01-29"],
    ],
    ["an organisation that nobody can reach", { isIdentified: false }, ["doubt identity-missing"]],
  ])("rests on %s", (_, ground, expected) => {
    expect(reasonsOf(read({}, ground))).toEqual(expected);
  });

  it.each<[string, Partial<CampaignGround>, string]>([
    [
      "is about something else",
      { instruction: instructionWith({ kind: "erasure" }) },
      "broken instruction-other",
    ],
    [
      "is not examined",
      { instruction: instructionWith({ kind: "campaign", facts: [] }) },
      "doubt instruction-overridden",
    ],
    [
      "was told by telephone alone",
      { instruction: instructionWith({ kind: "campaign", channel: "telephone" }) },
      "broken instruction-unaccepted",
    ],
    [
      "is of a subject that nobody stated",
      { instruction: instructionWith({ kind: "unsaid" }) },
      "doubt instruction-unsaid-overridden",
    ],
    ["is none", { instruction: null }, "broken instruction-none"],
  ])("with a written reason, whose instruction %s", (_, ground, expected) => {
    expect(reasonsOf(read({ instructionReason: "The same letter orders both" }, ground))).toEqual([
      `${expected} 2027-01-04 2027-01-29`,
    ]);
  });

  it("is forbidden by each reason that its instruction gives, whatever was written", () => {
    const later = { facts: [], effectiveOn: "2027-06-01" };
    const reason = { instructionReason: "The client asks for it by telephone" };
    const whole = (reasons: string[]) => reasons.map((one) => `${one} 2027-01-04 2027-01-29`);
    const erasure = { instruction: instructionWith({ kind: "erasure", ...later }) };
    expect(reasonsOf(read(reason, erasure))).toEqual(
      whole(["broken instruction-to-come", "broken instruction-other", "doubt instruction-overridden"]),
    );
    const calls = { instruction: instructionWith({ kind: "campaign", ...later }) };
    expect(reasonsOf(read(reason, calls))).toEqual(
      whole(["broken instruction-to-come", "doubt instruction-overridden"]),
    );
    expect(read(reason, calls).colour).toBe("red");
  });

  it("is red from the day after its last consent ends", () => {
    const consents = [{ ...groundWith().consents[0]!, until: "2027-01-20" }];
    expect(reasonsOf(read({}, { consents }))).toEqual(["broken consent-none 2027-01-21 2027-01-29"]);
    expect(read({ lastDay: "2027-01-20" }, { consents }).colour).toBe("green");
  });

  it("is red from the day on which its instruction is withdrawn", () => {
    const kept = groundWith().instruction!;
    const instruction = { ...kept, facts: [...kept.facts, { event: "withdraw" as const, on: "2027-01-12" }] };
    const ground = { instruction, instructions: [instruction] };
    expect(reasonsOf(read({}, ground))).toEqual(["broken instruction-ended 2027-01-12 2027-01-29"]);
  });
});

describe("the law that changes on 11 August 2026", () => {
  const dates = { firstDay: "2026-08-03", lastDay: "2026-08-14" };
  const scrubs = ["2026-07-20"];
  const ofLaw = ({ reasons, ...judged }: ReturnType<typeof read>) =>
    reasonsOf({ ...judged, reasons: reasons.filter(({ of }) => of === "law") });

  it("forbids from that day what the opposition list allowed until the eve", () => {
    const before = { ...dates, lastDay: "2026-08-10", basis: "opposition-list" as const };
    const ground = { consents: [], collections: [], scrubs };
    expect(ofLaw(read(before, ground, "2026-08-01"))).toEqual([]);
    const across = { ...dates, basis: "opposition-list" as const };
    expect(ofLaw(read(across, ground, "2026-08-01"))).toEqual(["broken consent-none 2026-08-11 2026-08-14"]);
    expect(ofLaw(read(across, ground, "2026-08-11"))).toEqual(["broken consent-none 2026-08-11 2026-08-14"]);
  });

  it.each([
    ["2026-07-03", []],
    ["2026-07-02", ["broken bloctel-scrub-old 2026-08-03 2026-08-10"]],
    ["2026-06-30", ["broken bloctel-scrub-old 2026-08-03 2026-08-10"]],
  ])("asks for a scrub of the month before until the eve: %s", (scrub, expected) => {
    const until = scrub === "2026-07-03" ? { lastDay: "2026-08-03" } : {};
    const consents = [
      { ...groundWith().consents[0]!, givenAt: Date.parse("2026-07-01T08:00:00Z"), until: "2027-06-30" },
    ];
    expect(ofLaw(read({ ...dates, ...until }, { scrubs: [scrub], consents }, "2026-08-01"))).toEqual(
      expected,
    );
  });
});

describe("the script of a campaign", () => {
  const dates = { firstDay: "2026-08-03", lastDay: "2026-08-14", basis: "contract" as const };
  const scrubs = ["2026-07-20"];
  const mentionsIn = (text: string) =>
    read(dates, { scrubs, script: { used: scriptWith({ text }) } }, "2026-08-01").reasons.map(
      ({ reason, mention, days }) => [mention, reason, days?.from, days?.until],
    );

  it("lacks Bloctel until 10 August 2026, and is stale with it from the day after", () => {
    const { text } = scriptWith();
    expect(mentionsIn(text)).toEqual([["bloctel", "script-missing", "2026-08-03", "2026-08-10"]]);
    expect(mentionsIn(`${text} Vous pouvez vous inscrire sur bloctel.gouv.fr.`)).toEqual([
      ["bloctel", "script-stale", "2026-08-11", "2026-08-14"],
    ]);
  });

  it("protects consumers alone", () => {
    const business = { ...dates, audience: "business" as const };
    expect(reasonsOf(read(business, { script: null }, "2026-08-01"))).toEqual([]);
  });
});

describe("one day of a campaign that runs", () => {
  const on = (day: string, ground: Partial<CampaignGround> = {}) =>
    readinessOn(campaignWith(), groundWith(ground), {
      day,
      statute: PROSPECTING_RULES,
      house: NO_TIGHTENING,
    }).colour;

  it("has its own judgement", () => {
    const consents = [{ ...groundWith().consents[0]!, until: "2027-01-20" }];
    expect(on("2027-01-20", { consents })).toBe("green");
    expect(on("2027-01-21", { consents })).toBe("red");
    expect(on("2027-01-23", { consents })).toBe("green");
    expect(on("2027-01-23", { instruction: null, instructions: [instructionWith()] })).toBe("red");
  });

  it("is as doubtful as the whole where the script, the source of the data or the identity is", () => {
    for (const ground of [{ script: null }, { isIdentified: false }])
      expect(on("2027-01-20", ground)).toBe("amber");
  });
});

describe("the house", () => {
  const under = (house: Partial<Tightening>, ground: Partial<CampaignGround> = {}) =>
    read({}, ground, "2026-11-28", house);

  it.each<[string, Partial<Tightening>, string[]]>([
    ["opens later than the law", { opensAt: "15:10" }, []],
    ["closes a day, on which nobody is called", { closedDays: ["2027-01-04"] }, []],
    ["closes every day", { opensAt: "13:10", closesAt: "13:50" }, ["broken house-days-closed"]],
    ["allows no call", { attempts: 0 }, ["broken house-attempts 2027-01-04 2027-01-29"]],
    [
      "relies on a consent for four months",
      { consentMonths: 4 },
      ["broken house-consent 2027-01-04 2027-01-29"],
    ],
  ])("%s", (_, house, expected) => {
    expect(reasonsOf(under(house))).toEqual(expected);
  });

  it("is named the house, without an article", () => {
    expect(under({ consentMonths: 4 })).toMatchObject({
      colour: "red",
      reasons: [{ of: "house", rule: "house-consent", article: "" }],
    });
  });

  it("relies on the consent that it trusts longest, however late another one ends", () => {
    const [held] = groundWith().consents;
    const fresh = { ...held!, givenAt: Date.parse("2026-12-10T09:00:00Z"), until: "2027-01-31" };
    expect(reasonsOf(under({ consentMonths: 4 }, { consents: [held!, fresh] }))).toEqual([]);
  });

  it("doubts consents without a stated end, prefers those with one, and relies on none after a year", () => {
    const [held] = groundWith().consents;
    const endless = { ...held!, until: null };
    expect(reasonsOf(read({}, { consents: [endless] })).join()).toMatch(/^doubt consent-duration-unknown/);
    expect(read({}, { consents: [endless, held!] }).reasons).toEqual([]);
    const past = { ...endless, givenAt: Date.parse("2025-09-01T09:00:00Z") };
    expect(reasonsOf(read({}, { consents: [past] })).join()).toMatch(/broken consent-none/);
  });

  it("never makes a campaign readier for the days on which it calls", () => {
    const ranks = { green: 0, amber: 1, red: 2 };
    const contents = fc.record({
      basis: fc.constantFrom("consent" as const, "contract" as const, null),
      audience: fc.constantFrom("consumer" as const, "business" as const, "both" as const, null),
      territories: fc.constantFrom<CampaignContent["territories"]>(["FR"], ["RE", "PF"]),
    });
    const days = fc.constantFrom("2027-01-04", "2027-01-05", "2027-01-13");
    fc.assert(
      fc.property(contents, houseClosing(days), (content, house) => {
        const dates = { firstDay: "2027-01-04", lastDay: "2027-01-15" };
        const lawful = ranks[read({ ...content, ...dates }).colour];
        const stricter = ranks[read({ ...content, ...dates }, {}, "2026-11-28", house).colour];
        expect(stricter).toBeGreaterThanOrEqual(lawful);
      }),
      { numRuns: 60 },
    );
  });
});

it("is never better with fewer consents, whatever they are", () => {
  const ranks = { green: 0, amber: 1, red: 2 };
  const held = fc.record({
    collectionId: fc.constant("k-1"),
    count: fc.constant(1),
    givenAt: fc
      .constantFrom("2026-09-01", "2026-11-01", "2027-01-06")
      .map((day) => Date.parse(`${day}T09:00:00Z`)),
    until: fc.constantFrom("2027-01-10", "2027-01-28", "2027-08-31"),
  });
  fc.assert(
    fc.property(fc.array(held, { maxLength: 4 }), fc.nat(3), (consents, left) => {
      const fewer = consents.filter((_, index) => index !== left);
      expect(ranks[read({}, { consents: fewer }).colour]).toBeGreaterThanOrEqual(
        ranks[read({}, { consents }).colour],
      );
    }),
    { numRuns: 25 },
  );
});
