import { expect, it } from "vitest";
import { DOCUMENT_RULES, isClosedToView, type DocumentStatus } from "./status";

it.each<[DocumentStatus, boolean, boolean]>([
  ["sealed", false, false],
  ["received", false, true],
  ["given", false, true],
  ["own", true, false],
])("a document that is %s may be withdrawn: %s, closed to view: %s", (status, isWithdrawable, isClosable) => {
  expect(DOCUMENT_RULES[status]).toEqual({ isWithdrawable, isClosable });
});

it("is open until it is closed, and again once it was opened", () => {
  const [closed, opened] = [{ isClosed: true }, { isClosed: false }];
  expect([[], [closed], [closed, opened], [closed, opened, closed]].map(isClosedToView)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
