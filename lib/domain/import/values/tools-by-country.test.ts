import { describe, expect, it } from "vitest";
import { readTransfer } from "../read-transfer";

const read = (transfer: string, instrument: string) => {
  const { fields, doubts } = readTransfer({ transfer, instrument, assessment: "", derogation: "" });
  return {
    tools: Object.fromEntries(
      fields.destinations.map((one) => [one.country, [one.instrument, one.sccModule]]),
    ),
    asked: doubts.instrument.map(({ key, params }) => [key, params.country, params.options]),
  };
};

describe("tools that a cell gives to countries", () => {
  it.each([
    ["adéquation pour RU/CH, CCT M3 pour MA"],
    ["CH et RU : adéquation ; MA : CCT module 3"],
    ["adequacy for UK and Switzerland; SCC 2021/914 module 3 for Morocco"],
    ["Royaume-Uni & Suisse (adéquation), Maroc (CCT M3)"],
    ["CCT M3 MA, adéquation GB+CH"],
    ["🇲🇦 CCT M3 🇬🇧 🇨🇭 adéquation"],
  ])("%j puts each where it belongs, and asks nothing of that", (cell) => {
    const { tools, asked } = read("Royaume-Uni, Suisse, Maroc", cell);
    expect(tools).toEqual({
      GB: ["adequacy", null],
      CH: ["adequacy", null],
      MA: ["scc-2021-914", 3],
    });
    expect(asked.map(([key]) => key).filter((key) => key === "severalInstruments")).toEqual([]);
  });

  it("gives no tool to a country that the words leave out", () => {
    expect(read("Maroc, Tunisie", "CCT M2 pour le Maroc").tools).toEqual({
      MA: ["scc-2021-914", 2],
      TN: [null, null],
    });
  });

  it.each([
    ["CCT voor Marokko; Tunesië: geen"],
    ["SCCs module 3 for Morocco; Tunisia: to be signed"],
    ["CCT pour MA, rien pour TN"],
  ])("%j gives none to the country of which it says so, and asks", (cell) => {
    const { tools, asked } = read("Maroc, Tunisie", cell);
    expect(tools.MA?.[0]).toMatch(/^scc/);
    expect(tools.TN).toEqual(["none", null]);
    expect(asked.map(([key]) => key)).toContain("wordsUnsettled");
  });

  it("gives one tool of no country to each", () => {
    const { tools, asked } = read("Maroc, Tunisie", "CCT 2021/914 signées le 03/02/2026");
    expect(tools).toEqual({ MA: ["scc-2021-914", null], TN: ["scc-2021-914", null] });
    expect(asked).toEqual([]);
  });

  it.each([
    ["CCT + addendum UK"],
    ["BCR intra-groupe, CCT hors groupe"],
    ["adéquation ou CCT"],
    ["MA : CCT, GB et adéquation pour le reste"],
  ])("%j is asked of each country", (cell) => {
    const { asked } = read("Maroc ; Royaume-Uni", cell);
    const countries = asked.flatMap(([key, country]) => (key === "severalInstruments" ? [country] : []));
    expect(countries).toEqual(["MA", "GB"]);
  });

  it("is asked once where no country is named, with the tools to choose from", () => {
    expect(read("", "BCR ou CCT M3").asked).toContainEqual([
      "severalInstruments",
      "none",
      "scc-2021-914|bcr",
    ]);
  });
});
