import { expect, test } from "vitest";
import { partCountries } from "./country-order";

const ALL = ["AF", "BE", "MA", "PT", "SN", "ZW"].map((value) => ({ value }));

test("the client's country, the chosen and the usual ones come first, and none is left out", () => {
  const { first, others } = partCountries(ALL, { client: "PT", chosen: ["ZW", "BE"] });
  expect(first.map(({ value }) => value)).toEqual(["PT", "ZW", "BE", "MA", "SN"]);
  expect(others.map(({ value }) => value)).toEqual(["AF"]);
});

test("a client in France, whose territories are asked apart, adds none", () => {
  expect(partCountries(ALL, { client: "FR", chosen: [] }).first.map(({ value }) => value)).toEqual([
    "MA",
    "BE",
    "SN",
  ]);
});
