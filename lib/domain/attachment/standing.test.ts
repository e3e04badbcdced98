import { expect, it } from "vitest";
import { DOCUMENT_RULES, isClosedToView, type DocumentStanding } from "./standing";

it.each<[DocumentStanding, boolean, boolean]>([
  ["sealed", false, false],
  ["received", false, true],
  ["given", false, true],
  ["own", true, false],
])(
  "a document that is %s may be withdrawn: %s, closed to view: %s",
  (standing, isWithdrawable, isClosable) => {
    expect(DOCUMENT_RULES[standing]).toEqual({ isWithdrawable, isClosable });
  },
);

it("is open until it is closed, and again once it was opened", () => {
  const [closed, opened] = [{ isClosed: true }, { isClosed: false }];
  expect([[], [closed], [closed, opened], [closed, opened, closed]].map(isClosedToView)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
