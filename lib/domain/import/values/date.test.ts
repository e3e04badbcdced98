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

  it.each([
    ["31/04/2025", "2025-04"],
    ["31 avril 2025", "2025-04"],
    ["13/13/2023", undefined],
  ])("%s has no such day: its month is offered where it is one", (written, options) =>
    expect(readDate(written).doubts[0]?.params.options).toBe(options),
  );

  it.each([
    ["24-03-12", "2012-03-24|2024-03-12"],
    ["12-03-24", "2024-03-12|2012-03-24"],
  ])("%s is a day from either end, and asked", (written, options) => {
    expect(readDate(written).doubts).toEqual([
      { key: "dateOrder", params: { text: written, cell: written, options } },
    ]);
  });

  it.each(["45-03-12", "24-03-45"])("%s is a day from one end alone", (written) =>
    expect(readDate(written).doubts.map(({ key }) => key)).not.toContain("dateOrder"),
  );

  it.each(["prévu mars 2025", "pas avant 2026", "not before 2026", "مرتقب في مارس 2026"])(
    "%s is asked",
    (written) => expect(readDate(written).doubts.map(({ key }) => key)).toEqual(["wordsUnsettled"]),
  );

  it.each([
    ["01/01/2024\n01/03/2024", "2024-01-01|2024-03-01"],
    ["du 01/01/2024 au 31/12/2024", "2024-01-01|2024-12-31"],
    ["mars 2023, prévu avril 2024", "2023-03|2024-04"],
  ])("%j asks which of its dates is meant", (written, options) =>
    expect(readDate(written).doubts).toMatchObject([{ key: "severalDates", params: { options } }]),
  );

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
