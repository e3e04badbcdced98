import { expect, it } from "vitest";
import type { StoredAuthorisation } from "./request-status";
import { watchedAt } from "./watch";

const asked: StoredAuthorisation = {
  regime: "specific",
  state: "submitted",
  receivedAt: Date.parse("2026-11-04T09:00:00Z"),
  days: 10,
  lapsesAt: null,
  zone: "Europe/Paris",
  holidays: new Set(),
};

// Its last day is 14 November, a Saturday, until 23:00Z.
it.each<[string, Partial<StoredAuthorisation>, ReturnType<typeof watchedAt>]>([
  ["2026-11-10T22:59:00Z", {}, null],
  ["2026-11-10T23:00:00Z", {}, { kind: "answer", day: "2026-11-14", daysLeft: 3 }],
  ["2026-11-14T22:59:00Z", {}, { kind: "answer", day: "2026-11-14", daysLeft: 0 }],
  ["2026-11-14T23:00:00Z", {}, { kind: "expired", day: "2026-11-14" }],
  ["2026-11-14T23:00:00Z", { regime: "general", state: "notified" }, null],
  ["2026-12-01T08:00:00Z", { regime: "general", state: "notified", days: null }, { kind: "confirmation" }],
  ["2026-12-01T08:00:00Z", { regime: "general", state: "notified", lapsesAt: 0 }, { kind: "lapsed" }],
  ["2026-12-01T08:00:00Z", { receivedAt: null }, { kind: "receipt" }],
  ["2026-12-01T08:00:00Z", { state: "approved" }, null],
])("at %s, %j: %j", (instant, stated, watched) => {
  expect(watchedAt({ ...asked, ...stated }, Date.parse(instant))).toEqual(watched);
});
