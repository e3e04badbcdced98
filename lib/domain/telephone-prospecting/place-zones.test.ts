import { expect, it } from "vitest";
import { instantAt, ZONES } from "@/lib/domain/time/zones";
import { sharedZone, zonesOfPlace } from "./place-zones";
import { TERRITORIES } from "./territories";

it.each([
  ["MA", ["Africa/Casablanca"]],
  ["RE", ["Indian/Reunion"]],
  ["BE", ["Europe/Brussels"]],
  ["SN", ["Africa/Dakar"]],
  ["US", []],
])("gives the zones of %s", (place, zones) => {
  expect(zonesOfPlace(place)).toEqual(zones);
});

it("knows a zone of every French territory, and several of Canada", () => {
  for (const territory of TERRITORIES) expect(zonesOfPlace(territory).length).toBeGreaterThan(0);
  expect(zonesOfPlace("CA").length).toBeGreaterThan(1);
  for (const zone of zonesOfPlace("CA")) expect(ZONES).toContain(zone);
});

it("reads an hour of Montréal and of Tunis by their own rules", () => {
  expect(instantAt("America/Toronto", "2026-12-01", "18:00")).toBe(Date.parse("2026-12-01T23:00:00Z"));
  expect(instantAt("America/Toronto", "2026-07-01", "18:00")).toBe(Date.parse("2026-07-01T22:00:00Z"));
  expect(instantAt("Africa/Tunis", "2026-07-01", "18:00")).toBe(Date.parse("2026-07-01T17:00:00Z"));
});

it.each([
  [[], "Europe/Paris"],
  [["FR", "RE"], "Europe/Paris"],
  [["RE"], "Indian/Reunion"],
  [["MA"], "Africa/Casablanca"],
  [["BE", "LU"], "Africa/Casablanca"],
  [["BE"], "Europe/Brussels"],
])("shows calls to %j by the clock of %s", (places, zone) => {
  expect(sharedZone(places)).toBe(zone);
});
