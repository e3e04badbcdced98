import { describe, expect, it } from "vitest";
import { readRetention } from "./retention";

describe("readRetention", () => {
  it.each([
    ["5 ans", []],
    ["6 ans et un jour", []],
    ["Durée du contrat + 5 ans", []],
    ["Jusqu’à la fin du contrat", []],
    ["5 ans après la fin du contrat, en cas de litige", []],
    ["3 ans (prospects) ; 10 ans (clients)", []],
    ["Prospects : 3 ans, clients : 10 ans", []],
    ["Prospects: 3 years\nCustomers: 10 years", []],
    ["5 ans ou 10 ans", ["severalTerms"]],
    ["3 ans puis archivage 10 ans", ["severalTerms"]],
    ["5 years or 10 years", ["severalTerms"]],
    ["5 سنوات او 10 سنوات", ["severalTerms"]],
    ["12 mois, sauf contentieux", ["wordsUnsettled"]],
  ])("keeps %j whole and asks %j", (cell, keys) => {
    const { value, doubts, leftover } = readRetention(cell);
    expect([value, doubts.map(({ key }) => key), leftover]).toEqual([
      { retention: cell, absentReason: "" },
      keys,
      "",
    ]);
  });

  it.each(["pas de durée", "durée non définie", "aucune limite fixée", "غير محدد المدة بدون اجل"])(
    "takes %j for no term, and asks",
    (cell) => {
      const { value, doubts } = readRetention(cell);
      expect(value).toEqual({ retention: "", absentReason: cell });
      expect(doubts).toMatchObject([{ key: "wordsUnsettled", params: { result: "none" } }]);
    },
  );

  it.each(["", "à définir", "?", "néant"])("takes nothing of %j, whose words stay", (cell) => {
    expect(readRetention(cell)).toEqual({
      value: { retention: "", absentReason: "" },
      doubts: [],
      leftover: cell,
    });
  });
});
