import { describe, expect, it } from "vitest";
import { countriesOf, isOtherCompany, scopeChanges, scopeText } from "./scope";
import { linkWith, subProcessorWith } from "./sub-processor.fixture";

const BEFORE = subProcessorWith();
const site = (name: string, country: string) => ({ name, address: "", country });

describe("scopeChanges", () => {
  it.each([
    ["another address, contact or name of its own", { identity: { name: "Numéria", contact: "x" } }, []],
    ["its number for the first time", { identity: { registration: "552 100 554" } }, []],
    ["white space", { service: { service: " Telephone  lines " } }, []],
    ["another service", { service: { service: "Transcription" } }, ["service"]],
    ["health where there were contacts", { service: { data: "Contacts, données de santé" } }, ["data"]],
    ["bank details more", { service: { data: "Contacts, IBAN" } }, ["data"]],
    ["other words for the same data", { service: { data: "Coordonnées" } }, []],
    ["another seat", { identity: { country: "TN" } }, ["countries"]],
    [
      "a site more in the same country",
      { places: { sites: [site("Lyon", "FR"), site("Lille", "FR")] } },
      ["sites"],
    ],
    ["a site elsewhere", { places: { sites: [site("Tunis", "TN")] } }, ["sites", "countries"]],
    ["seen from elsewhere", { places: { accessCountries: ["MA"] } }, ["countries"]],
    ["a company below it", { chain: { links: [linkWith("a")] } }, ["chain"]],
    [
      "its contract, its certificates",
      { contract: { signedOn: "2026-01-01" }, guarantees: { checks: "" } },
      [],
    ],
  ])("%s", (_case, change, expected) => {
    expect(scopeChanges(BEFORE, subProcessorWith(change))).toEqual(expected);
  });
});

it("is one text whatever the order in which sites, countries and links are said", () => {
  const stated = (turn: <T>(list: T[]) => T[]) =>
    subProcessorWith({
      places: {
        sites: turn([site("Lyon", "FR"), site("Tunis", "TN")]),
        accessCountries: turn(["MA", "IE"]),
      },
      chain: { links: turn([linkWith("a"), linkWith("b")]) },
    });
  expect(scopeText(stated((list) => [...list].reverse()))).toBe(scopeText(stated((list) => list)));
});

it("names each country once: seat, sites, remote access", () => {
  const content = subProcessorWith({
    places: { sites: [site("Lyon", "FR"), site("Tunis", "TN")], accessCountries: ["TN", "MA"] },
  });
  expect(countriesOf(content)).toEqual(["FR", "TN", "MA"]);
});

describe("another registration number", () => {
  const numbered = (registration: string, name = "Numéria Voix SAS") =>
    subProcessorWith({ identity: { registration, name } });

  it.each([
    ["552 100 554", "402 222 333", true],
    ["RCS Paris B 552 100 554", "RCS Paris B 552 100 545", true],
    ["HRB 1234", "HRB 4321", true],
    ["FN 123a", "FN 123b", true],
    ["552 100 554", "552100554", false],
    ["552 100 554", "SIREN 552.100.554", false],
    ["552 100 554", "SIRET 552 100 554 00013", false],
    ["hrb 1234", "HRB 1234", false],
    ["", "552 100 554", false],
    ["552 100 554", "", false],
  ])("%j and %j: another company %s", (one, other, expected) => {
    expect(isOtherCompany(one, other)).toBe(expected);
    expect(scopeChanges(numbered(one), numbered(other))).toEqual(expected ? ["company"] : []);
    const known = { first: one, last: one, data: "" };
    expect(scopeText(numbered(one), known) !== scopeText(numbered(other), known)).toBe(expected);
  });

  it("is another company under the same name too; a respelt name is not", () => {
    expect(scopeChanges(numbered("552 100 554"), numbered("402 222 333"))).toEqual(["company"]);
    expect(scopeChanges(numbered("552 100 554"), numbered("552 100 554", "NUMERIA VOIX"))).toEqual([]);
  });

  it("leaves the digest of every company that keeps its first number as it was", () => {
    const known = { first: "552 100 554", last: "552 100 554", data: "" };
    expect(scopeText(numbered("552 100 554"), known)).toBe(scopeText(numbered("")));
  });
});
