import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  approvalOf,
  isOpenRequest,
  isUnproven,
  isWithdrawnBy,
  type ApprovalRequest,
  type DecisionOutcome,
} from "./approval";

const asked = (
  edition: number,
  askedAt: number,
  outcome: DecisionOutcome | null = null,
  isWithdrawn = false,
): ApprovalRequest => ({
  isWithdrawn,
  edition,
  askedAt,
  decision: outcome && { outcome },
});

test.each([
  [1, [], "not-asked"],
  [1, [asked(1, 10)], "awaited"],
  [1, [asked(1, 10, "approved")], "approved"],
  [2, [asked(1, 10, "approved")], "not-asked"],
  [2, [asked(1, 10, "approved"), asked(2, 20, "refused")], "refused"],
  [2, [asked(2, 20, "refused"), asked(2, 30)], "awaited"],
  [2, [asked(2, 30, "approved"), asked(2, 20, "refused")], "approved"],
  [2, [asked(2, 20, null, true)], "not-asked"],
  [2, [asked(2, 20, "refused"), asked(2, 30, null, true)], "refused"],
] as const)("edition %i of %j is %s", (edition, requests, approval) => {
  expect(approvalOf(edition, requests)).toBe(approval);
});

const requests = fc.array(
  fc.record({
    edition: fc.integer({ min: 1, max: 4 }),
    askedAt: fc.integer({ min: 0, max: 9 }),
    isWithdrawn: fc.boolean(),
    decision: fc.constantFrom(null, { outcome: "approved" as const }, { outcome: "refused" as const }),
  }),
);

test.each([
  [undefined, "approved"],
  [null, "unproven"],
  [20, "approved"],
] as const)("an approval that counts from %j is %s", (heldUntil, approval) => {
  const decision = { outcome: "approved" as const, heldUntil };
  expect(approvalOf(1, [{ edition: 1, askedAt: 10, isWithdrawn: false, decision }])).toBe(approval);
  expect(isUnproven(decision, 15)).toBe(heldUntil !== undefined);
});

describe("an approval", () => {
  it("is of no edition but its own", () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: 1, max: 4 }), (all, edition) => {
        const own = all.filter((request) => request.edition === edition);
        expect(approvalOf(edition, all)).toBe(approvalOf(edition, own));
        expect(own.length > 0 || approvalOf(edition, all) === "not-asked").toBe(true);
      }),
    );
  });

  it("is not asked for any more by a request that nobody had answered when its script was retired", () => {
    const decision = { outcome: "approved" as const };
    expect(isWithdrawnBy([20], { askedAt: 10, decision: null })).toBe(true);
    expect(isWithdrawnBy([20], { askedAt: 30, decision: null })).toBe(false);
    expect(isWithdrawnBy([20], { askedAt: 10, decision })).toBe(false);
    const request = asked(1, 10, null, true);
    expect(isOpenRequest(request, [request])).toBe(false);
  });

  it("is asked for by the last request alone", () => {
    const [first, second] = [asked(1, 10), asked(2, 20)];
    expect([first, second].map((one) => isOpenRequest(one, [first, second]))).toEqual([false, true]);
    expect(isOpenRequest(asked(2, 20, "refused"), [])).toBe(false);
  });
});
