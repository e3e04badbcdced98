import { describe, expect, it } from "vitest";
import { assess, summariseGaps } from "./completeness";
import { emptyContent } from "./content";
import { MOROCCO, ownCaseWith, sentTo, type Change } from "./examples.fixture";
import { MOROCCAN_HOST } from "./own-rules.fixture";

const CASABLANCA = { country: "MA", siteCountries: ["MA"] };
const BY_CONTRACT = { ...CASABLANCA, gdprBinding: "contractual-only" } as const;
const BY_TARGETING = { ...CASABLANCA, gdprBinding: "direct-3-2" } as const;
const FILED = { cndpNumbers: ["D-90/2023", "T-114/2024 vers la France"] };
const IN_MOROCCO = { subProcessors: [MOROCCAN_HOST] };

/** Entries met in real companies, with everything the rules answer. */
const CASES: [title: string, change: Change, rules: string[]][] = [
  [
    "a payroll kept in Casablanca by a Moroccan host goes nowhere",
    { content: { ...IN_MOROCCO, cndpNumbers: ["D-90/2023"] }, organisation: BY_CONTRACT },
    [],
  ],
  [
    "the same payroll in a French tool leaves Morocco, though the GDPR sees no third country",
    { content: { cndpNumbers: ["D-90/2023"] }, organisation: BY_CONTRACT },
    ["ADV1-cndp.transfer"],
  ],
  [
    "a Moroccan destination named by a Moroccan company is no transfer, and asks for no tool",
    {
      content: {
        ...IN_MOROCCO,
        ...FILED,
        transferAnswer: "no",
        destinations: [{ ...MOROCCO, instrument: null, sccModule: null }],
      },
      organisation: BY_CONTRACT,
    },
    [],
  ],
  [
    "a site of one's own abroad is nobody else: no transfer is presumed",
    { organisation: { siteCountries: ["FR", "MA"] } },
    [],
  ],
  [
    "recruiting with a tool of the United States certified under the Data Privacy Framework",
    {
      content: {
        ...sentTo({ country: "US", place: "Talent Cloud Inc.", instrument: "adequacy", sccModule: null })
          .content,
        destinations: [
          {
            ...MOROCCO,
            country: "US",
            place: "Talent Cloud Inc.",
            instrument: "adequacy",
            sccModule: null,
            instrumentText: "Certifié DPF, liste du 2 juin 2026",
          },
        ],
        transferAnswer: "yes",
      },
    },
    [],
  ],
  [
    "the same tool under « adéquation, Privacy Shield »",
    {
      content: {
        transferAnswer: "yes",
        destinations: [
          {
            ...MOROCCO,
            country: "US",
            instrument: "adequacy",
            sccModule: null,
            instrumentText: "Privacy Shield",
          },
        ],
      },
    },
    ["REG-7.privacy-shield"],
  ],
  [
    "clauses of processors signed by a controller",
    { content: { transferAnswer: "yes", destinations: [{ ...MOROCCO, sccModule: 4 }] } },
    ["REG1-e.module"],
  ],
  [
    "an exemption claimed for the payroll of every month",
    { content: { exemptionClaimed: true } },
    ["REG-30-5.not-occasional"],
  ],
  [
    "video surveillance with « durée légale » and « gestion de la sécurité »",
    {
      content: {
        activity: "Vidéosurveillance",
        purposes: ["Gestion de la sécurité"],
        retention: "Durée légale",
      },
    },
    ["REG1-f.vague"],
  ],
  ["« gestion » alone is the purpose of nothing", { content: { purposes: ["gestion"] } }, ["REG1-b.vague"]],
  [
    "medical certificates in Morocco want an authorisation and a condition",
    {
      content: {
        ...IN_MOROCCO,
        specialAnswer: "yes",
        specialCategories: ["health"],
        cndpNumbers: ["D-90/2023"],
      },
      organisation: BY_CONTRACT,
    },
    ["ADV1-legal-basis.special", "ADV1-cndp.authorisation"],
  ],
  [
    "the prospects of a Moroccan company in France, bound by 3(2): a representative or the reason of none",
    { content: { ...IN_MOROCCO, ...FILED, targetsUnion: "yes" }, organisation: BY_TARGETING },
    ["REG1-a.representative"],
  ],
  [
    "its Moroccan payroll targets nobody in the Union: article 27 is not in question",
    { content: { ...IN_MOROCCO, ...FILED, targetsUnion: "no" }, organisation: BY_TARGETING },
    [],
  ],
  [
    "prospects in France of a company that says it is bound by contracts alone: the law is told apart from the answer",
    {
      content: { ...IN_MOROCCO, ...FILED, targetsUnion: "yes" },
      organisation: { ...BY_CONTRACT, euRepresentativeAbsentReason: "Liée par contrat seulement" },
    },
    ["ADV1-targeting.binding"],
  ],
];

describe("cases of the company's own register", () => {
  it.each(CASES)("%s", (_title, change, rules) => {
    expect(assess(ownCaseWith(change)).map(({ rule }) => rule)).toEqual(rules);
  });
});

describe("the same blank entry under each law", () => {
  const BLANK = { content: emptyContent("Recrutement") };
  const summary = (organisation: Change["organisation"], content = {}) =>
    summariseGaps(assess(ownCaseWith({ content: { ...BLANK.content, ...content }, organisation })));

  it("owes seven mentions in Lyon", () => {
    expect(summary({})).toMatchObject({ required: 7 });
  });

  it("owes none in Casablanca by contract, and shows the same seven as good practice", () => {
    const { required, codes } = summary(BY_CONTRACT);
    expect(required).toBe(0);
    expect(codes.filter((code) => code.startsWith("REG1"))).toEqual(
      summary({}).codes.filter((code) => code.startsWith("REG1")),
    );
  });

  it("owes them in Casablanca under 3(2) until somebody says that it targets nobody in the Union", () => {
    expect(summary(BY_TARGETING).required).toBeGreaterThan(7);
    expect(summary(BY_TARGETING, { targetsUnion: "yes" }).required).toBeGreaterThan(7);
    expect(summary(BY_TARGETING, { targetsUnion: "no" }).required).toBe(0);
  });
});
