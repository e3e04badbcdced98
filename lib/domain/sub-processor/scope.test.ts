import { describe, expect, it } from "vitest";
import { countriesOf, scopeChanges, scopeText } from "./scope";
import { linkWith, subProcessorWith } from "./sub-processor.fixture";

const BEFORE = subProcessorWith();
const site = (name: string, country: string) => ({ name, address: "", country });

describe("scopeChanges", () => {
  it.each([
    ["another address, contact or name of its own", { identity: { name: "Numéria", contact: "x" } }, []],
    ["white space", { service: { service: " Telephone  lines " } }, []],
    ["another service", { service: { service: "Transcription" } }, ["service"]],
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
  const said = (turn: <T>(list: T[]) => T[]) =>
    subProcessorWith({
      places: {
        sites: turn([site("Lyon", "FR"), site("Tunis", "TN")]),
        accessCountries: turn(["MA", "IE"]),
      },
      chain: { links: turn([linkWith("a"), linkWith("b")]) },
    });
  expect(scopeText(said((list) => [...list].reverse()))).toBe(scopeText(said((list) => list)));
});

it("names each country once: seat, sites, remote access", () => {
  const content = subProcessorWith({
    places: { sites: [site("Lyon", "FR"), site("Tunis", "TN")], accessCountries: ["TN", "MA"] },
  });
  expect(countriesOf(content)).toEqual(["FR", "TN", "MA"]);
});
