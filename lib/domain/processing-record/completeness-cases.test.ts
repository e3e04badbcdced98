import { describe, expect, it } from "vitest";
import { assess } from "./completeness";
import { caseWith, LISTED, MOROCCO, sentTo, type Change } from "./examples.fixture";

const LYON: Change["organisation"] = {
  country: "FR",
  siteCountries: ["FR"],
  gdprBinding: "union-establishment",
};
const NO_TRANSFER = { transferAnswer: "no" as const, destinations: [] };
const IN_MADAGASCAR = {
  name: "Ravinala Voix SARL",
  country: "MG",
  service: "débordement",
  subProcessorId: LISTED.id,
};
const MADAGASCAR = { subProcessorsAnswer: "yes" as const, subProcessors: [IN_MADAGASCAR] };

/** Cases met in real registers, with everything the rules answer. */
const CASES: [title: string, change: Change, rules: string[]][] = [
  [
    "agents in Morocco, a client in the EEA: hosting in Paris settles nothing",
    {
      content: {
        transferAnswer: "no",
        transferReason: "Aucun, serveurs à Paris",
        destinations: [],
      },
    },
    ["REG-6.presumed"],
  ],
  [
    "the same answer from a processor of Lyon with no site abroad",
    {
      content: { transferAnswer: "no", destinations: [] },
      organisation: { country: "FR", siteCountries: ["FR"], gdprBinding: "union-establishment" },
    },
    [],
  ],
  [
    "a processor of Lyon with a site in Tunis owes a reason",
    {
      content: { transferAnswer: "no", destinations: [] },
      organisation: { country: "FR", siteCountries: ["FR", "TN"], gdprBinding: "union-establishment" },
    },
    ["REG-6.no-reason"],
  ],
  [
    "a processor of Lyon whose only agents sit in Tunis",
    {
      content: { transferAnswer: "no", transferReason: "Serveurs à Lyon", destinations: [] },
      organisation: { country: "FR", siteCountries: ["TN"], gdprBinding: "union-establishment" },
    },
    ["REG-6.presumed"],
  ],
  [
    "outside the Union, without a country",
    { content: { destinations: [], transferText: "Hors UE" } },
    ["REG-6.unnamed"],
  ],
  [
    "a destination called « Hors UE » names nobody",
    sentTo({ country: null, instrument: "privacy-shield" }),
    ["REG-6.unnamed", "REG-7.privacy-shield"],
  ],
  [
    "Privacy Shield for Morocco, even in its day",
    { ...sentTo({ instrument: "privacy-shield" }), on: "2019-05-02" },
    ["REG-7.privacy-shield"],
  ],
  [
    "Privacy Shield for the United States in its day, for a record that ended then",
    {
      content: {
        destinations: [
          { ...MOROCCO, instrument: "bcr" },
          { ...MOROCCO, country: "US", instrument: "privacy-shield" },
        ],
        startsOn: { value: "2018", text: "" },
        endsOn: { value: "2019-12-31", text: "" },
      },
      state: "ended",
    },
    [],
  ],
  [
    "« CCT » alone, two countries: one gap that names both",
    sentTo({ instrument: "scc-unspecified" }, { country: "SN", instrument: "scc-unspecified" }),
    ["REG-7.which-scc"],
  ],
  [
    "clauses that have lapsed, or are not told apart, towards a country that is adequate",
    sentTo(
      {},
      { country: "AD", instrument: "scc-unspecified", signedOn: { value: "2018-01-23", text: "" } },
      { country: "UY", instrument: "scc-unspecified" },
    ),
    [],
  ],
  [
    "a British client after the transition needs a representative",
    { ...sentTo({ instrumentText: "UK Addendum B1.0" }), controller: { country: "GB" } },
    ["REG-3.controller"],
  ],
  [
    "a British client that says that it targets nobody in the Union needs none",
    {
      ...sentTo({ instrumentText: "UK Addendum B1.0" }),
      controller: { country: "GB", targeting: "no" },
    },
    [],
  ],
  [
    "a Moroccan client with a branch in Lyon: its data are taken to arrive here, and it needs no representative",
    {
      controller: { country: "MA", establishments: ["FR"] },
      content: { transferAnswer: "no", transferReason: "Serveurs à Paris", destinations: [] },
    },
    ["REG-6.presumed"],
  ],
  [
    "a Moroccan client that targets persons in France owes a representative, and a reason alone for its transfers",
    {
      controller: { country: "MA", targeting: "yes", targetCountries: ["FR"] },
      content: { transferAnswer: "no", transferReason: "Serveurs à Paris", destinations: [] },
    },
    ["REG-3.controller", "ADV-hosting"],
  ],
  [
    "a representative in London since the transition is none",
    {
      organisation: {
        gdprBinding: "direct-3-2",
        euRepresentative: "Thames Representatives Ltd, 1 Strand, London",
        euRepresentativeCountry: "GB",
        euRepresentativeAbsentReason: "",
      },
    },
    ["REG-3.processor"],
  ],
  [
    "a British client during the transition",
    {
      controller: { country: "GB" },
      content: {
        startsOn: { value: "2019", text: "" },
        reviewedOn: { value: "2020-11", text: "" },
        destinations: [{ ...MOROCCO, instrument: "bcr", signedOn: { value: "2019-05", text: "" } }],
      },
      on: "2020-12-31",
    },
    [],
  ],
  [
    "client télécom: its name is asked, and nothing else of it",
    {
      controller: {
        legalName: "Client télécom",
        country: null,
        address: "",
        contactEmail: "",
        dpoContact: "",
      },
    },
    ["REG-2.unnamed"],
  ],
  [
    "marked a placeholder by hand",
    { controller: { legalName: "Opérateur du Sud", isPlaceholder: true } },
    ["REG-2.unnamed"],
  ],
  [
    "an agency title over real operations is only advised against",
    {
      content: {
        activity: "Centre d’appels externalisé",
        operations: ["Prise de commande", "rappel de livraison"],
      },
    },
    ["ADV-activity"],
  ],
  [
    "operations that repeat the trade",
    { content: { operations: ["services", "télémarketing"] } },
    ["REG-5.vague"],
  ],
  [
    "bank details ticked as sensitive",
    {
      content: {
        specialAnswer: "yes",
        dataCategories: ["Nom, adresse, RIB"],
      },
    },
    ["ADV-special.bank"],
  ],
  [
    "the exemption claimed for daily calling on health data is refused once",
    { content: { exemptionClaimed: true, specialAnswer: "yes", specialCategories: ["health"] } },
    ["REG-30-5.not-occasional"],
  ],
  [
    "a measure of the library describes the security, whatever the text beside it",
    { content: { measures: ["oui"], measureIds: ["0191b2a4-0000-7000-8000-000000000004"] } },
    [],
  ],
  ["« néant » for measures, without a reason", { content: { measures: ["Néant"] } }, ["REG-8.hollow"]],
];

describe("cases", () => {
  it.each(CASES)("%s", (_title, change, rules) => {
    expect(assess(caseWith(change)).map(({ rule }) => rule)).toEqual(rules);
  });

  it("names every country of one gap, and quotes what was written", () => {
    const [which] = assess(caseWith(sentTo({ instrument: "none" }, { country: "SN", instrument: "none" })));
    expect(which).toMatchObject({ rule: "REG-7.none", params: { countries: "MA|SN" } });
    const [vague] = assess(caseWith({ content: { activity: "Centre d’appels", operations: [] } }));
    expect(vague?.params).toEqual({ text: "Centre d’appels" });
  });

  it("names the country of the sub-processor that contradicts a no", () => {
    const [gap] = assess(caseWith({ content: { ...NO_TRANSFER, ...MADAGASCAR }, organisation: LYON }));
    expect(gap).toMatchObject({ level: "required", code: "REG-6", params: { countries: "MG" } });
  });

  it("tells required from advisable: the tool of chapter V is one, its impact assessment the other", () => {
    const gaps = assess(caseWith(sentTo({ instrument: "scc-unspecified", assessedOn: null })));
    expect(gaps.map(({ level }) => level)).toEqual(["required", "advisable"]);
  });
});
