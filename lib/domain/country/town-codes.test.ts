import { expect, it } from "vitest";
import { readTownCode, statesOf } from "./town-codes";

it.each([
  ["San Francisco, CA", ["US"]],
  ["Boston, MA", ["US"]],
  ["Atlanta, GA", ["US"]],
  ["Palo Alto CA 94301", ["US"]],
  ["Montgomery, AL 36104", ["US"]],
  ["Vancouver, BC", ["CA"]],
  ["Genève (GE)", ["CH"]],
  ["Cedar Rapids, IA", ["US"]],
])("%s is of one country", (text, countries) => expect(readTownCode(text)?.countries).toEqual(countries));

it.each([
  ["Menlo Park, CA", ["US", "CA"]],
  ["Wilmington, DE", ["US", "DE"]],
  ["Denver, CO", ["US", "CO"]],
  ["Indianapolis, IN", ["US", "IN"]],
  ["Philadelphia, PA", ["US", "PA"]],
  ["Portland, ME", ["US", "ME"]],
  ["Billings, MT", ["US", "MT"]],
  ["New Orleans, LA", ["US", "LA"]],
  ["Louisville, KY", ["US", "KY"]],
  ["Cambridge, MA", ["US", "MA"]],
  ["Bergamo (BG)", ["IT", "BG"]],
])("%s may be of several", (text, countries) => expect(statesOf(text)).toEqual(countries));

it.each(["Casablanca, MA", "Toronto, CA", "Berlin, DE", "Mumbai, IN", "Tunis (TN)", "France, MA", "AWS, CA"])(
  "%s has the code of its country, or is no town",
  (text) => expect(readTownCode(text)).toBeNull(),
);

it.each(["Paris, TN", "London, KY", "Athens, GA"])("%s may be two places", (text) =>
  expect(readTownCode(text)?.isList).toBe(true),
);
