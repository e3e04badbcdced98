import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { areComplete, findConsentColumns } from "./consent-heads";
import { orderOfDate, readConsentLine, statedDay, type ConsentCells } from "./consent-line";

const NUMBER = "+33612345678";
const now = Date.parse("2026-11-28T12:00:00Z");
const cells = (stated: Partial<ConsentCells> = {}): ConsentCells => ({
  number: "06 12 34 56 78",
  givenOn: "01/10/2026",
  validUntil: "",
  duration: "12 mois",
  proof: "FORM-17",
  wording: "",
  ...stated,
});
const read = (stated: Partial<ConsentCells>, number: string | null = NUMBER) =>
  readConsentLine(cells(stated), { number, now });

it("gives back the day of a line without an hour, whatever the clock of the reader", () => {
  expect(statedDay(Date.parse("2026-09-30T22:00:00Z"))).toBe("2026-10-01");
  expect(statedDay(Date.parse("2026-12-31T23:00:00Z"))).toBe("2027-01-01");
  expect(statedDay(Date.parse("2026-09-30T22:01:00Z"))).toBeNull();
});

describe("a line of consents", () => {
  it.each<[Partial<ConsentCells>, string, string]>([
    [{}, "2026-09-30T22:00:00Z", "2027-09-30"],
    [{ givenOn: "2026-10-01 14:05" }, "2026-10-01T12:05:00Z", "2027-09-30"],
    [{ givenOn: "2026-10-01T14:05:00+02:00" }, "2026-10-01T12:05:00Z", "2027-09-30"],
    [{ givenOn: "2026-10-01T12:05Z", validUntil: "2027-10-01" }, "2026-10-01T12:05:00Z", "2027-10-01"],
    [{ validUntil: "01.10.2027" }, "2026-09-30T22:00:00Z", "2027-10-01"],
    [{ duration: "6" }, "2026-09-30T22:00:00Z", "2027-03-31"],
    [{ duration: "90 jours" }, "2026-09-30T22:00:00Z", "2026-12-29"],
    [{ duration: "1 an" }, "2026-09-30T22:00:00Z", "2027-09-30"],
    [{ givenOn: "31/08/2026", duration: "6 mois" }, "2026-08-30T22:00:00Z", "2027-02-27"],
    [{ givenOn: "28/11/2026", duration: "1 mois" }, "2026-11-27T23:00:00Z", "2026-12-27"],
  ])("%o", (stated, givenAt, validUntil) => {
    expect(read(stated)).toMatchObject({ givenAt: Date.parse(givenAt), validUntil });
  });

  it.each<[Partial<ConsentCells>, string]>([
    [{ givenOn: "30/02/2026" }, "given"],
    [{ givenOn: "" }, "given"],
    [{ givenOn: "29/11/2026" }, "ahead"],
    [{ givenOn: "2026-11-28T12:00:01Z" }, "ahead"],
    [{ duration: "illimitée" }, "until"],
    [{ validUntil: "sans limite", duration: "" }, "until"],
    [{ validUntil: "un jour" }, "until"],
    [{ validUntil: "30/09/2026" }, "order"],
    [{ validUntil: "02/10/2027" }, "tooLong"],
    [{ duration: "13 mois" }, "tooLong"],
    [{ proof: "" }, "proof"],
    [{ proof: "x".repeat(301) }, "proof"],
    [{ proof: "appel-0612345678" }, "numberInProof"],
    [{ wording: "+33 6 12 34 56 78" }, "numberInProof"],
  ])("is refused: %o", (stated, reason) => {
    expect(read(stated)).toBe(reason);
  });

  it.each(["", "  "])("without a stated end is of an unknown one: %j", (blank) => {
    expect(read({ validUntil: blank, duration: blank })).toMatchObject({ validUntil: null });
  });

  it("is refused without a number", () => {
    expect(read({}, null)).toBe("number");
  });

  it("never holds longer than a year, nor ends before it was given", () => {
    const day = fc.integer({ min: 0, max: 800 }).map((days) => addDaysToDay("2025-01-01", days));
    fc.assert(
      fc.property(day, day, (givenOn, validUntil) => {
        const line = read({ givenOn, validUntil });
        if (typeof line === "string") return;
        expect(
          validUntil >= givenOn && Number(validUntil.slice(0, 4)) - Number(givenOn.slice(0, 4)) <= 1,
        ).toBe(true);
      }),
    );
  });
});

it.each([
  ["13/04/2026", "day-first"],
  ["4/13/2026 10:00", "month-first"],
  ["04.03.2026", null],
  ["2026-04-13", null],
  ["13/13/2026", null],
])("the order of %j is %s", (text, order) => expect(orderOfDate(text)).toBe(order));

describe("heads of a file", () => {
  it.each([
    [["numero", "date", "preuve", "valable jusqu au"], true],
    [["phone number", "given on", "proof reference", "duration", "wording version"], true],
    [["nom", "telephone", "date du consentement", "reference", "duree"], true],
    [["numero", "date", "preuve"], false],
    [["date", "preuve", "duree"], false],
  ])("%o", (heads, expected) => {
    expect(areComplete(findConsentColumns(heads))).toBe(expected);
  });
});
