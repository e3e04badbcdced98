import { describe, expect, it } from "vitest";
import { calendarOf } from "./controller-calendar";

const FROM = { announced: [], from: "2026-11-26" };

describe("calendarOf", () => {
  it.each([
    ["FR", "12 rue de la Paix, 75002 Paris", "Europe/Paris"],
    ["FR", "4 rue Labourdonnais, 97400 Saint-Denis", "Indian/Reunion"],
    ["FR", "ZI de Jarry, 97122 Baie-Mahault", "America/Guadeloupe"],
    ["FR", "98800 Nouméa", "Pacific/Noumea"],
    ["RE", "", "Indian/Reunion"],
    // Five figures that are no postcode, and the postcode of another country.
    ["FR", "97440 boulevard, 13002 Marseille", "Europe/Paris"],
    ["DE", "97440 Werneck", "Europe/Berlin"],
    // Numbers of registers, boxes, capital and telephones after the town.
    ["FR", "12 rue de la Paix, 75002 Paris, RCS B 97412", "Europe/Paris"],
    ["FR", "75002 Paris, RCS Paris B 97412", "Europe/Paris"],
    ["FR", "75002 Paris\nimmatriculée sous le n° 97412 au RCS de Paris", "Europe/Paris"],
    ["FR", "69003 Lyon, SIRET 552 100 554 97412", "Europe/Paris"],
    ["FR", "69003 Lyon, capital de 97412 euros", "Europe/Paris"],
    ["FR", "13002 Marseille, CS 97412", "Europe/Paris"],
    ["FR", "13002 Marseille Cedex 02, BP 97122", "Europe/Paris"],
    ["FR", "97410 Saint-Pierre, RCS B 75002", "Indian/Reunion"],
    ["FR", "97200 Fort-de-France, RCS de Fort-de-France n° 75116", "America/Martinique"],
    ["FR", "Lot 3 97400 Saint-Denis", "Indian/Reunion"],
    ["FR", "Saint-Denis 97400", "Indian/Reunion"],
    ["FR", "Saint-Denis (97490)", "Indian/Reunion"],
    ["IE", "14 Hanover Quay, Dublin 2", "Europe/Dublin"],
  ])("%s, %s: %s", (country, address, zone) => {
    expect(calendarOf({ country, address }, FROM).zone).toBe(zone);
  });

  it("says where Paris stands in for a place whose calendar it does not know", () => {
    const unknown = calendarOf({ country: "MG", address: "Antananarivo" }, FROM);
    expect([unknown.zone, unknown.isAssumed, unknown.holidays.size]).toEqual(["Europe/Paris", true, 0]);
    expect(calendarOf({ country: null, address: "" }, FROM).isAssumed).toBe(true);
    expect(calendarOf({ country: "BR", address: "Rio de Janeiro" }, FROM).isAssumed).toBe(true);
  });

  it("has the holidays of this year and the next two", () => {
    const { holidays } = calendarOf({ country: "FR", address: "75002 Paris" }, FROM);
    expect(["2026-12-25", "2027-05-06", "2028-07-14"].every((day) => holidays.has(day))).toBe(true);
  });
});
