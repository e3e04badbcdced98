import { describe, expect, it } from "vitest";
import { seatZone } from "./controller-calendar";

describe("seatZone", () => {
  it.each([
    ["MA", "12 rue Ibn Sina, Casablanca", "Africa/Casablanca"],
    ["GB", "1 High Street, London", "Europe/London"],
    ["FR", "3 rue de la Paix, 75002 Paris", "Europe/Paris"],
    ["FR", "3 rue du Port, 97400 Saint-Denis", "Indian/Reunion"],
    ["RE", "Saint-Denis", "Indian/Reunion"],
    ["TN", "Tunis", "Africa/Tunis"],
    ["CA", "Vancouver", "America/Toronto"],
    ["AQ", "", "Europe/Paris"],
    [null, "", "Europe/Paris"],
  ])("reads the seat of %s, %s by %s", (country, address, zone) => {
    expect(seatZone({ country, address })).toBe(zone);
  });
});
