import { describe, expect, it } from "vitest";
import { authorityDuties } from "./authority-duties";
import {
  areAuthoritiesAnswered,
  authorityAnswerOf,
  earliestAwareness,
  isBeforeAwareness,
  isBeyondHours,
  mayHaveOwnNotification,
  obstacleOf,
  proposedAuthorities,
  standingNotifications,
  type OwnStatement,
  type Told,
} from "./own-notification";

const stated = (id: string, told: Partial<Told> = {}, more: Partial<OwnStatement> = {}): OwnStatement => ({
  id,
  kind: "authority-stated",
  at: 1000,
  told: {
    answer: "done",
    authority: "CNIL",
    reference: "",
    delayReason: "",
    note: "",
    correctsId: null,
    reason: "",
    ...told,
  },
  recordedAt: 2000,
  authorName: "Claire",
  ...more,
});

describe("what a controller tells of its own notification", () => {
  it("stands until it is corrected, and keeps what it corrects, newest first", () => {
    const [one, two, three] = [
      stated("a"),
      stated("b", { correctsId: "a", reference: "F1", reason: "heure" }),
      stated("c", { correctsId: "b", reference: "F2", reason: "référence" }),
    ];
    const [only, ...none] = standingNotifications([one!, two!, three!]);
    expect(none).toEqual([]);
    expect(only!.told.reference).toBe("F2");
    expect(only!.earlier.map(({ id }) => id)).toEqual(["b", "a"]);
  });

  it("is gone where it was withdrawn, and is one for each authority", () => {
    const withdrawn = stated("b", { answer: "withdrawn", correctsId: "a", reason: "saisi par erreur" });
    expect(standingNotifications([stated("a"), withdrawn])).toEqual([]);
    const two = standingNotifications([stated("a"), stated("b", { authority: "ICO" }, { at: 500 })]);
    expect(two.map(({ told }) => told.authority)).toEqual(["ICO", "CNIL"]);
  });

  it.each([
    [[], "not-told"],
    [[stated("a", { answer: "decided-not" })], "decided-not"],
    [[stated("a", { answer: "decided-not" }), stated("b")], "notified"],
    [[stated("a", {}, { kind: "persons-stated" })], "not-told"],
  ] as const)("answers for its authority from what it told alone", (statements, answer) => {
    expect(authorityAnswerOf(standingNotifications(statements))).toBe(answer);
  });

  it.each([
    [1000, false],
    [999, true],
    [null, null],
  ])("is beyond the hours only after their end (%s)", (target, beyond) => {
    expect(isBeyondHours(stated("a"), target)).toBe(beyond);
    expect(isBeyondHours(stated("a", { answer: "decided-not" }), target)).toBeNull();
    expect(isBeyondHours(stated("a", {}, { kind: "persons-stated" }), target)).toBeNull();
  });
});

describe("a statement beside what is known", () => {
  const minute = 60_000;
  it.each([
    [[null, null], 0, null],
    [[10 * minute, null], 9 * minute, true],
    [[10 * minute + 30_000, 20 * minute], 10 * minute, false],
    [[20 * minute, 5 * minute], 5 * minute, false],
  ] as const)("is before awareness where it precedes the earliest known (%s)", (known, at, expected) => {
    expect(isBeforeAwareness(stated("a", {}, { at }), earliestAwareness(known))).toBe(expected);
  });

  it.each<[string, OwnStatement, ReturnType<typeof obstacleOf>]>([
    ["the same again", stated("b", { authority: "Cnil" }), "toldAlready"],
    ["a further one", stated("b", { authority: "CNIL" }, { at: 5000 }), null],
    ["another authority", stated("b", { authority: "ICO" }), null],
    ["a decision not to", stated("b", { answer: "decided-not" }, { at: 5000 }), "contradicts"],
    ["one that names no authority", stated("b", { answer: "decided-not", authority: "" }), "contradicts"],
    ["its correction", stated("b", { answer: "decided-not", correctsId: "a" }), null],
    ["of the persons", stated("b", { answer: "decided-not" }, { kind: "persons-stated" }), null],
  ])("is held against what stands: %s", (_what, statement, expected) =>
    expect(obstacleOf(statement, [stated("a")])).toBe(expected),
  );
});

describe("the authorities that are proposed", () => {
  const of = (country: string | null, more: object = {}) =>
    proposedAuthorities(
      authorityDuties(
        {
          country,
          establishments: [],
          targeting: "no",
          targetCountries: [],
          clientRole: "controller",
          ...more,
        },
        "2026-11-30",
      ),
    );
  it.each([
    ["FR", ["CNIL"]],
    ["NC", ["CNIL"]],
    ["GB", ["ICO"]],
    ["CH", ["PFPDT / EDÖB / IFPDT"]],
    ["MA", []],
    ["DE", []],
    [null, []],
  ])("are those of the laws of a client in %s", (country, expected) => {
    expect(of(country)).toEqual(expected);
  });

  it("are those of each country of the persons whom a client abroad targets", () => {
    const targeting = { targeting: "yes", targetCountries: ["FR", "BE"] };
    expect(of("MA", targeting)).toEqual(["CNIL", "Autorité de protection des données (APD)"]);
    expect(of("FR", { clientRole: "processor" })).toEqual([]);
  });

  it("are answered once each was told of, so that one among several stops no clock", () => {
    const duties = (targetCountries: string[]) =>
      authorityDuties(
        { country: "MA", establishments: [], targeting: "yes", targetCountries, clientRole: "controller" },
        "2026-11-30",
      );
    const one = standingNotifications([stated("a")]);
    const both = standingNotifications([stated("a"), stated("b", { authority: "APD" })]);
    expect(areAuthoritiesAnswered([], duties(["FR"]), null)).toBe(false);
    expect(areAuthoritiesAnswered(one, duties(["FR"]), null)).toBe(true);
    expect(areAuthoritiesAnswered(one, duties(["FR", "BE"]), null)).toBe(false);
    expect(areAuthoritiesAnswered(both, duties(["FR", "BE"]), null)).toBe(true);
    expect(areAuthoritiesAnswered(one, [], null)).toBe(true);
  });

  it.each([
    [1000, "2026-11-30", true],
    [1000 + 60_000, "2026-11-30", false],
  ])("are not answered by what precedes every awareness known (%s)", (aware, day, expected) => {
    const seat = { country: "FR", establishments: [], targeting: "no", targetCountries: [] };
    const duties = authorityDuties({ ...seat, clientRole: "controller" }, day);
    const told = standingNotifications([stated("a")]);
    expect(areAuthoritiesAnswered(told, duties, aware)).toBe(expected);
    const decided = standingNotifications([stated("a", { answer: "decided-not" })]);
    expect(areAuthoritiesAnswered(decided, duties, aware)).toBe(expected);
  });

  it.each<[string, string[], boolean]>([
    ["one, twice", ["CNIL", "Cnil"], false],
    ["one, and what completes it", ["CNIL", "CNIL, complément"], false],
    ["one, and another that no law of it names", ["CNIL", "AEPD"], false],
    ["both, by a short name", ["cnil", "apd"], true],
    ["both, in full", ["CNIL (France)", "Autorité de protection des données"], true],
  ])("are answered by their names: %s", (_what, names, expected) => {
    const standing = standingNotifications(names.map((authority) => stated(authority, { authority })));
    const seat = { country: "MA", establishments: [], targeting: "yes", clientRole: "controller" } as const;
    const duties = authorityDuties({ ...seat, targetCountries: ["FR", "BE"] }, "2026-11-30");
    expect(areAuthoritiesAnswered(standing, duties, null)).toBe(expected);
  });
});

describe("mayHaveOwnNotification", () => {
  const moroccan = authorityDuties(
    {
      country: "MA",
      establishments: [],
      targeting: "no",
      targetCountries: [],
      clientRole: "controller",
    },
    "2026-11-26",
  );

  it("is false of a client whose law knows no notification and that stated none", () => {
    expect(mayHaveOwnNotification(moroccan, [])).toBe(false);
    const [own] = standingNotifications([stated("1")]);
    expect(mayHaveOwnNotification(moroccan, own ? [own] : [])).toBe(true);
  });
});
