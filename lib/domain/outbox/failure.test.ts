import { expect, test } from "vitest";
import { isPermanent } from "./failure";

test.each([
  [{ about: "letter", replyCode: 550 }, true],
  [{ about: "letter", replyCode: 552 }, true],
  [{ about: "letter", replyCode: 450 }, false],
  [{ about: "letter", replyCode: 421 }, false],
  [{ about: "letter" }, false],
  [{ about: "connection", replyCode: 535 }, false],
  [{ about: "connection", replyCode: 554 }, false],
  [{ about: "connection" }, false],
] as const)("%o is permanent: %s", (failure, permanent) => {
  expect(isPermanent(failure)).toBe(permanent);
});
