import { describe, expect, it } from "vitest";
import { beforeAt, settleMinute, type AuthorisationFact } from "./history";
import type { Asked } from "./standing";

const asked: Asked = {
  regime: "specific",
  state: "submitted",
  receivedAt: Date.parse("2026-11-02T09:00:00Z"),
  days: 10,
  zone: "Europe/Paris",
  holidays: new Set(),
};
const fact = (event: AuthorisationFact["event"], state: AuthorisationFact["state"], at: string) => ({
  event,
  state,
  at: Date.parse(at),
});

describe("beforeAt", () => {
  const facts = [
    fact("submit", "submitted", "2026-11-02T08:00:00Z"),
    fact("receive", "submitted", "2026-11-04T09:00:00Z"),
  ];

  it("reads the state at the instant of the event, not at that of its record", () => {
    expect(beforeAt(asked, facts, Date.parse("2026-11-12T22:59:00Z")).state).toBe("submitted");
    expect(beforeAt(asked, facts, Date.parse("2026-11-12T23:00:00Z")).state).toBe("expired");
  });

  it("is not ordered by what was known later", () => {
    expect(beforeAt(asked, facts, Date.parse("2026-11-03T09:00:00Z")).lastAt).toBe(facts[0]!.at);
  });

  it.each([
    ["not suspended", facts, null],
    ["suspended after a yes", [...facts, fact("approve", "approved", "2026-11-05T09:00:00Z")], "approved"],
    ["suspended after silence", facts, "submitted"],
  ])("%s", (name, earlier, expected) => {
    const all =
      name === "not suspended"
        ? earlier
        : [
            ...earlier,
            fact("suspend", "suspended", "2026-11-20T09:00:00Z"),
            fact("meet", "suspended", "2026-11-21T09:00:00Z"),
          ];
    expect(beforeAt(asked, all, Date.parse("2026-11-22T09:00:00Z")).suspendedFrom).toBe(expected);
  });
});

it.each([
  ["2026-11-02T08:00:00Z", "2026-11-02T08:00:31Z"],
  ["2026-11-02T07:59:00Z", "2026-11-02T07:59:00Z"],
  ["2026-11-02T08:01:00Z", "2026-11-02T08:01:00Z"],
])("typed as %s, after a fact of 08:00:31: %s", (typed, settled) => {
  const facts = [fact("submit", "submitted", "2026-11-02T08:00:31Z")];
  expect(settleMinute(Date.parse(typed), facts)).toBe(Date.parse(settled));
});
