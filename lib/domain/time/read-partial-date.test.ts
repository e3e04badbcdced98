import { describe, expect, it } from "vitest";
import { readPartialDate } from "./read-partial-date";

describe("readPartialDate", () => {
  it.each([
    ["2023", "2023"],
    ["2024-03", "2024-03"],
    ["2024-01-08", "2024-01-08"],
    ["mars 2024", "2024-03"],
    ["Août 2021", "2021-08"],
    ["févr. 2020", "2020-02"],
    ["03/2024", "2024-03"],
    ["3/2/25", "2025-02-03"],
    ["01/07/2019", "2019-07-01"],
    ["3.2.2025", "2025-02-03"],
    ["1er mars 2024", "2024-03-01"],
    ["29 février 2024", "2024-02-29"],
    ["March 1, 2024", "2024-03-01"],
    ["نونبر 2026", "2026-11"],
    ["3 de marzo de 2024", "2024-03-03"],
    ["1. März 2024", "2024-03-01"],
    ["12 maart 2024", "2024-03-12"],
    ["mrt 2024", "2024-03"],
    ["1° giugno 2024", "2024-06-01"],
    ["dic. 2023", "2023-12"],
    ["Dezember 2023", "2023-12"],
    ["15-mars-24", "2024-03-15"],
    ["15-mars-2024", "2024-03-15"],
    ["janv-24", "2024-01"],
    ["١٥ مارس ٢٠٢٤", "2024-03-15"],
    ["٠١/٠٣/٢٠٢٤", "2024-03-01"],
    ["3 أغسطس 2024", "2024-08-03"],
    ["كانون الثاني 2024", "2024-01"],
  ])("%s is %s", (text, value) => expect(readPartialDate(text)?.value).toBe(value));

  it.each([
    "",
    "31/02/2026",
    "29/02/2025",
    "à faire",
    "13/2024",
    "bientôt 2024",
    "T1 2024",
    "3/25",
    "marché 2024",
    "mars 24",
  ])("%s is no date", (text) => expect(readPartialDate(text)).toBeNull());

  it("keeps the words where they say more than the value", () => {
    expect(readPartialDate("mars 2024")?.text).toBe("mars 2024");
    expect(readPartialDate("2024-03")?.text).toBe("");
  });
});
