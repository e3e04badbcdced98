import { describe, expect, it } from "vitest";
import { authorityDuties, isToldByOwnRule, timedDuties, type NotifyingClient } from "./authority-duties";

const on = "2026-11-26";
const client = (facts: Partial<NotifyingClient>): NotifyingClient => ({
  country: null,
  establishments: [],
  targeting: "no",
  targetCountries: [],
  clientRole: "controller",
  ...facts,
});
const brief = (facts: Partial<NotifyingClient>) =>
  authorityDuties(client(facts), on).map(
    ({ law, kind, reason, open }) => `${law} ${kind} ${reason ?? `? ${open}`}`,
  );

describe("authorityDuties", () => {
  it.each<[string, Partial<NotifyingClient>, string[]]>([
    ["France", { country: "FR" }, ["gdpr hours seat"]],
    ["Britain", { country: "GB" }, ["uk-gdpr hours seat"]],
    ["Switzerland", { country: "CH" }, ["swiss-fadp no-hours seat"]],
    ["Morocco", { country: "MA" }, ["law-09-08 none seat"]],
    ["Nouméa", { country: "NC" }, ["french-1978 hours seat"]],
    ["Saint-Pierre", { country: "PM" }, ["french-1978 hours seat"]],
    ["nowhere that is known", {}, ["gdpr hours ? seat"]],
    [
      "Morocco, nobody asked",
      { country: "MA", targeting: "" },
      ["gdpr hours ? targeting", "law-09-08 none seat"],
    ],
    [
      "Morocco with consumers in France",
      { country: "MA", targeting: "yes", targetCountries: ["FR"] },
      ["gdpr hours targeting", "law-09-08 none seat"],
    ],
    [
      "Britain with a branch in Dublin",
      { country: "GB", establishments: ["IE"] },
      ["uk-gdpr hours seat", "gdpr hours establishment"],
    ],
    ["a French processor", { country: "FR", clientRole: "processor" }, ["gdpr to-its-controllers seat"]],
    ["a Moroccan processor", { country: "MA", clientRole: "processor" }, ["law-09-08 none seat"]],
  ])("of %s", (_, facts, expected) => expect(brief(facts)).toEqual(expected));

  it("asks every authority under 3(2) alone, whether or not a representative is named", () => {
    const every = (facts: Partial<NotifyingClient>) =>
      authorityDuties(client(facts), on).flatMap(({ isEveryAuthority, countries }) =>
        isEveryAuthority ? [countries] : [],
      );
    expect(every({ country: "GB", targeting: "yes", targetCountries: ["FR", "BE"] })).toEqual([["FR", "BE"]]);
    expect(
      every({ country: "GB", establishments: ["FR"], targeting: "yes", targetCountries: ["BE"] }),
    ).toEqual([]);
    expect(every({ country: "FR", targeting: "yes", targetCountries: ["BE"] })).toEqual([]);
    expect(every({ country: "MA", targeting: "" })).toEqual([]);
  });

  it("gives a client that is itself a processor no hours of its own", () => {
    const duties = authorityDuties(
      client({ country: "FR", establishments: ["GB"], clientRole: "processor" }),
      on,
    );
    expect(timedDuties(duties)).toEqual([]);
    expect(duties.every(({ kind }) => kind === "to-its-controllers")).toBe(true);
  });
});

describe("isToldByOwnRule", () => {
  const of = (facts: Partial<NotifyingClient>, hasContract = false) =>
    isToldByOwnRule(authorityDuties(client(facts), on), hasContract);

  it("is true where law 09-08 alone applies and no contract asks for it", () => {
    expect(of({ country: "MA" })).toBe(true);
    expect(of({ country: "MA" }, true)).toBe(false);
  });

  it("is false where another law asks for it, may ask for it, or is not known", () => {
    for (const facts of [
      { country: "FR" },
      { country: "GB" },
      { country: "MA", targeting: "" },
      { country: "SN" },
    ])
      expect(of(facts)).toBe(false);
  });
});
