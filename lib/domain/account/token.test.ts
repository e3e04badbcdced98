import { expect, test } from "vitest";
import { stateOfToken } from "./token";

const NOW = new Date("2026-11-25T10:00:00Z");
const at = (ms: number) => new Date(NOW.getTime() + ms);

test.each([
  [null, "unknown"],
  [{ usedAt: null, expiresAt: at(1) }, "good"],
  [{ usedAt: null, expiresAt: NOW }, "expired"],
  [{ usedAt: at(-1), expiresAt: at(1) }, "used"],
  [{ usedAt: at(-10), expiresAt: at(-1) }, "used"],
])("%j is %s", (token, state) => {
  expect(stateOfToken(token, NOW)).toBe(state);
});
