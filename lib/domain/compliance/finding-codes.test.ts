import { expect, it } from "vitest";
import { DUTIES } from "./duties";
import { FINDING_CODES } from "./finding-codes";

it.each(DUTIES)("names each code of %s once, so that no list shows a lack twice", (duty) => {
  expect(FINDING_CODES[duty]).toEqual([...new Set(FINDING_CODES[duty])]);
});
