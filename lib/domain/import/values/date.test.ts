import { describe, expect, it } from "vitest";
import { findDate, readDate } from "./date";

describe("readDate", () => {
  it.each([
    ["avril 2022", "2022-04"],
    ["2021", "2021"],
    ["4/9/24", "2024-09-04"],
    ["4/9/79", "2079-09-04"],
    ["4/9/80", "1980-09-04"],
    ["17/11/2020", "2020-11-17"],
    ["2020-11-17", "2020-11-17"],
    ["1er août 2023", "2023-08-01"],
    ["17/11/2020 00:00", "2020-11-17"],
    ["2020-11-17T08:30:00Z", "2020-11-17"],
  ])("%s is %s, its words kept", (written, value) => {
    expect(readDate(written)).toEqual({
      value: { value, text: value === written ? "" : written },
      doubts: [],
      leftover: "",
    });
  });

  it.each([
    ["45292", "2024-01-01", "dateSerial"],
    ["45292,5", "2024-01-01", "dateSerial"],
    ["T3 2022", "2022", "dateQuarter"],
    ["Q1 2024", "2024", "dateQuarter"],
    ["2e trimestre 2022", "2022", "dateQuarter"],
    ["depuis mai 2019", "2019-05", "dateWithin"],
    ["env. 2018", "2018", "dateWithin"],
  ])("%s is %s with the doubt %3$s", (written, value, key) => {
    const { value: date, doubts } = readDate(written);
    expect([date, doubts.map((found) => found.key)]).toEqual([{ value, text: written }, [key]]);
  });

  it.each([
    ["31/04/2025", "dateNoSuchDay"],
    ["29/02/2023", "dateNoSuchDay"],
    ["13/13/2023", "dateNoSuchDay"],
    ["dès que possible", "dateNotRead"],
    ["12345", "dateNotRead"],
  ])("%s is no date: %s, and nothing is lost", (written, key) => {
    const { value, doubts, leftover } = readDate(written);
    expect([value, doubts[0]?.key, leftover]).toEqual([null, key, written]);
  });

  it.each(["-", "n/a", "à compléter", "néant"])("%s asks no question", (written) => {
    expect(readDate(written)).toEqual({ value: null, doubts: [], leftover: written });
  });

  it("says nothing of a blank", () =>
    expect(readDate("  ")).toEqual({ value: null, doubts: [], leftover: "" }));
});

describe("findDate", () => {
  it.each([
    ["signé le 04/09/2024 à Fès", "2024-09-04"],
    ["avenant d’avril 2022", "2022-04"],
    ["aucune date ici", undefined],
  ])("%s", (text, value) => expect(findDate(text)?.value).toBe(value));
});
