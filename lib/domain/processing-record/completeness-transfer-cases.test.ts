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

/** Transfers met in real registers, with everything the rules answer. */
const CASES: [title: string, change: Change, rules: string[]][] = [
  [
    "the United States without a word: no silence covers them",
    sentTo({}, { country: "US", instrument: null, sccModule: null }),
    ["REG-7.none"],
  ],
  [
    "Canada without a word: adequate for commercial organisations only",
    sentTo({}, { country: "CA", instrument: null, sccModule: null }),
    ["ADV-adequacy"],
  ],
  [
    "the European Patent Office",
    sentTo({}, { country: null, internationalOrganisation: "EPO", instrument: "adequacy" }),
    [],
  ],
  [
    "clauses signed before they existed",
    sentTo({ signedOn: { value: "2020", text: "" } }),
    ["REG-7.not-in-force"],
  ],
  [
    "clauses signed tomorrow",
    sentTo({ signedOn: { value: "2026-11-25", text: "" } }),
    ["REG-7.not-in-force"],
  ],
  [
    "module 4 from a processor in the Union back to its client in Canada",
    {
      content: { destinations: [{ ...MOROCCO, country: "CA", sccModule: 4 }] },
      controller: { country: "CA", representative: "Lacombe Europe SARL" },
      organisation: { country: "FR", siteCountries: ["FR"], gdprBinding: "union-establishment" },
    },
    [],
  ],
  [
    "the clauses of 2021/914 without a module, a date or an assessment: nothing the register must hold",
    sentTo({ sccModule: null, signedOn: null, assessedOn: null }),
    ["ADV-module.missing", "ADV-signature", "ADV-tia"],
  ],
  [
    "Privacy Shield entered as a decision of adequacy",
    sentTo({}, { country: "US", instrument: "adequacy", instrumentText: "Adéquation (Privacy Shield)" }),
    ["REG-7.privacy-shield"],
  ],
  [
    "a decision of adequacy that tells of the framework which followed the shield",
    sentTo({}, { country: "US", instrument: "adequacy", instrumentText: "DPF, après le Privacy Shield" }),
    [],
  ],
  [
    "Privacy Shield written as another tool",
    sentTo({ instrument: "other", instrumentText: "Privacy Shield" }),
    ["REG-7.privacy-shield"],
  ],
  [
    "the shield by its French name, for the United States",
    sentTo({}, { country: "US", instrument: "other", instrumentText: "Bouclier de protection des données" }),
    ["REG-7.privacy-shield"],
  ],
  [
    "2021/915 written as another tool",
    sentTo({ instrument: "other", instrumentText: "Clauses 2021/915" }),
    ["REG-7.no-chapter-v"],
  ],
  [
    "« CCT » that prove to be 2021/915",
    sentTo({ instrument: "scc-unspecified", instrumentText: "CCT 2021 / 915 du 4 juin 2021" }),
    ["REG-7.no-chapter-v"],
  ],
  [
    "another tool that tells of the shield it replaced",
    sentTo({
      instrument: "other",
      instrumentText: "Clauses ad hoc autorisées, 46(3)(a), remplacent le Privacy Shield",
    }),
    [],
  ],
  [
    "a processor of Lyon that answers no and names a sub-processor in Antananarivo",
    { content: { ...NO_TRANSFER, ...MADAGASCAR }, organisation: LYON },
    ["REG-6.contradiction"],
  ],
  [
    "an adequate country is a third country all the same",
    {
      content: {
        ...NO_TRANSFER,
        subProcessorsAnswer: "yes",
        subProcessors: [{ ...IN_MADAGASCAR, country: "CH" }],
      },
      organisation: LYON,
    },
    ["REG-6.contradiction"],
  ],
  [
    "a sub-processor in Brussels contradicts nothing",
    {
      content: {
        ...NO_TRANSFER,
        subProcessorsAnswer: "yes",
        subProcessors: [{ ...IN_MADAGASCAR, country: "BE" }],
      },
      organisation: LYON,
    },
    [],
  ],
  [
    "data collected from the persons, then passed on to Antananarivo",
    {
      content: {
        ...NO_TRANSFER,
        ...MADAGASCAR,
        transferReason: "Collectées directement auprès des personnes",
      },
    },
    ["REG-6.contradiction", "ADV-direct-collection"],
  ],
  [
    "a client in Canada, a processor bound by contract alone: its reason stands",
    {
      content: { ...NO_TRANSFER, ...MADAGASCAR, transferReason: "Clientèle de Toronto" },
      controller: { country: "CA", representative: "Lacombe Europe SARL" },
    },
    [],
  ],
  [
    "no, and « Hors UE » all the same",
    {
      content: {
        ...NO_TRANSFER,
        destinations: [{ ...MOROCCO, country: null, internationalOrganisation: "Hors UE" }],
      },
      organisation: LYON,
    },
    ["REG-6.contradiction"],
  ],
  ["module 4 in Casablanca", sentTo({ sccModule: 4 }), ["REG-7.module-misfit"]],
  [
    "an old term overtaken by a later review",
    { content: { reviewDueOn: { value: "2026-03-01", text: "" } } },
    [],
  ],
  [
    "a term passed since the last review",
    { content: { reviewDueOn: { value: "2026-11", text: "" } }, on: "2026-12-01" },
    ["ADV-review.old"],
  ],
];

describe("cases of transfers", () => {
  it.each(CASES)("%s", (_title, change, rules) => {
    expect(assess(caseWith(change)).map(({ rule }) => rule)).toEqual(rules);
  });
});
