import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CASABLANCA_AND_PARIS,
  dayAt,
  formatDay,
  formatDayEnd,
  formatEndInCasablanca,
  formatHour,
  formatInSecondCity,
  formatInstant,
  formatList,
  formatNumber,
  formatPartialDate,
} from "./format";
import { LOCALES } from "./locale";

const CASABLANCA = "Africa/Casablanca";
const PARIS = "Europe/Paris";
const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");

describe("formatDay", () => {
  test.each([
    ["2026-11-18", "fr", "18 nov. 2026"],
    ["2026-09-01", "fr", "1er sept. 2026"],
    ["2026-02-11", "fr", "11 févr. 2026"],
    ["2026-11-18", "en", "18 Nov 2026"],
    ["2026-09-01", "en", "1 Sept 2026"],
    ["2026-11-18", "ar", "18 نونبر 2026"],
    ["2026-08-24", "ar", "24 غشت 2026"],
    ["2026-07-31", "ar", "31 يوليوز 2026"],
  ] as const)("%s in %s", (day, locale, expected) => {
    expect(plain(formatDay(day, locale))).toBe(expected);
  });

  test("names the weekday and writes the month out when asked", () => {
    expect(plain(formatDay("2026-11-25", "fr", { weekday: true, long: true }))).toBe(
      "mercredi 25 novembre 2026",
    );
    expect(plain(formatDay("2026-11-29", "fr", { weekday: true }))).toBe("dim. 29 nov. 2026");
    expect(plain(formatDay("2026-11-25", "ar", { weekday: true }))).toBe("الأربعاء 25 نونبر 2026");
  });

  test("never breaks at the end of a line", () => {
    expect(formatDay("2026-09-01", "fr", { weekday: true })).not.toContain(" ");
  });
});

describe("formatPartialDate", () => {
  test.each([
    ["2024-03", "fr", "mars 2024"],
    ["2023", "fr", "2023"],
    ["2025-02-03", "fr", "3 févr. 2025"],
    ["2024-03", "en", "March 2024"],
    ["2024-11", "ar", "نونبر 2024"],
  ] as const)("%s in %s keeps its precision", (value, locale, expected) => {
    expect(plain(formatPartialDate({ value, text: "" }, locale))).toBe(expected);
  });
});

describe("instants", () => {
  test("Casablanca left GMT+1 on 20 September 2026, whatever the runtime believes", () => {
    const noon = Date.parse("2026-11-24T12:00:00Z");
    expect(plain(formatInstant(noon, CASABLANCA, "fr"))).toBe("24 nov. 2026, 12:00 Casablanca +00:00");
    expect(plain(formatInstant(noon, PARIS, "fr"))).toBe("24 nov. 2026, 13:00 Paris +01:00");
  });

  test("before that date it was one hour ahead", () => {
    const may = Date.parse("2026-05-12T08:05:09Z");
    expect(plain(formatInstant(may, CASABLANCA, "en", { seconds: true }))).toBe(
      "12 May 2026, 09:05:09 Casablanca +01:00",
    );
  });

  test("the day is the city's, not London's", () => {
    const lateInParis = Date.parse("2026-12-31T23:30:00Z");
    expect(dayAt(lateInParis, PARIS)).toBe("2027-01-01");
    expect(dayAt(lateInParis, CASABLANCA)).toBe("2026-12-31");
    expect(plain(formatInstant(lateInParis, PARIS, "fr"))).toMatch(/^1er janv\. 2027, 00:30/);
  });

  test("a second city names its day where it is another than in the first", () => {
    const late = Date.parse("2026-11-25T23:12:00Z");
    expect(plain(formatInSecondCity(late, CASABLANCA_AND_PARIS, "fr"))).toBe(
      "26 nov. 2026, 00:12 Paris +01:00",
    );
    const noon = Date.parse("2026-11-25T12:12:00Z");
    expect(plain(formatInSecondCity(noon, CASABLANCA_AND_PARIS, "fr"))).toBe("13:12 Paris +01:00");
  });

  test("in Arabic the offset is isolated so that its sign stays on the left", () => {
    expect(plain(formatHour(Date.parse("2026-11-24T12:00:00Z"), CASABLANCA, "ar"))).toBe(
      "12:00 الدار البيضاء \u2068+00:00\u2069",
    );
  });

  test("a day at an instant reads the same as the day alone", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2099, 0, 1) }),
        fc.constantFrom(...LOCALES),
        fc.constantFrom(CASABLANCA, PARIS),
        (instant, locale, zone) => {
          expect(formatInstant(instant, zone, locale, { weekday: true })).toContain(
            formatDay(dayAt(instant, zone), locale, { weekday: true }),
          );
        },
      ),
    );
  });
});

test("numbers group by the language, with European digits", () => {
  expect(LOCALES.map((locale) => plain(formatNumber(10284, locale)))).toEqual(["10 284", "10,284", "10.284"]);
});

test("lists join by the language", () => {
  expect(formatList(["Maroc", "Tunisie", "Sénégal"], "fr")).toBe("Maroc, Tunisie et Sénégal");
  expect(formatList(["Maroc", "Tunisie"], "fr", "disjunction")).toBe("Maroc ou Tunisie");
  expect(formatList([], "fr")).toBe("");
});

describe("the end of a day, which is midnight and no minute before", () => {
  test.each([
    [
      "2026-12-04T23:00:00Z",
      "Europe/Paris",
      "4 déc. 2026, minuit, heure de Paris",
      "23:00 Casablanca +00:00",
    ],
    [
      "2026-12-05T00:00:00Z",
      "Europe/Lisbon",
      "4 déc. 2026, minuit, heure de Lisbonne",
      "minuit, heure de Casablanca",
    ],
    [
      "2026-12-05T04:00:00Z",
      "America/Martinique",
      "4 déc. 2026, minuit, heure de Martinique",
      "5 déc. 2026, 04:00 Casablanca +00:00",
    ],
    ["2026-12-05T00:00:00Z", "Africa/Casablanca", "4 déc. 2026, minuit, heure de Casablanca", ""],
  ] as const)("%s, %s", (end, zone, there, here) => {
    expect(plain(formatDayEnd("2026-12-04", Date.parse(end), zone, "fr"))).toBe(there);
    expect(plain(formatEndInCasablanca("2026-12-04", Date.parse(end), zone, "fr"))).toBe(here);
  });

  test.each([
    ["fr", "4 déc. 2026, minuit, heure d’Athènes"],
    ["en", "4 Dec 2026, end of the day, Athens time"],
    ["ar", "4 دجنبر 2026، نهاية اليوم بتوقيت أثينا"],
  ] as const)("%s", (locale, words) => {
    const end = Date.parse("2026-12-04T22:00:00Z");
    expect(plain(formatDayEnd("2026-12-04", end, "Europe/Athens", locale))).toBe(words);
  });
});
