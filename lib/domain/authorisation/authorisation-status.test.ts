import { describe, expect, it } from "vitest";
import {
  authorisationCellOf,
  type AuthorisationRequest,
  type Cell,
  type CellFacts,
} from "./authorisation-status";
import type { UseRequirement } from "@/lib/domain/sub-processor/readiness";
import { AUTHORISATION_STATES, type AuthorisationState } from "./types";
import { instant, holidays } from "./authorisation-status.fixture";
const now = instant("2026-11-26T10:00:00Z");

const request = (stated: Partial<AuthorisationRequest> = {}): AuthorisationRequest => ({
  id: "A-1",
  regime: "specific",
  state: "submitted",
  sentAt: instant("2026-11-20T09:00:00Z"),
  receivedAt: instant("2026-11-20T09:01:00Z"),
  days: 15,
  lapsesAt: null,
  zone: "Europe/Paris",
  holidays,
  scopeDigest: "paris",
  conditions: [],
  ...stated,
});
const facts = (
  requests: readonly AuthorisationRequest[],
  subProcessor: Partial<CellFacts["subProcessor"]> = {},
): CellFacts => ({
  requests,
  regime: "specific",
  subProcessor: {
    hasContract: true,
    countries: ["FR"],
    coveredBy: [],
    laws: ["gdpr"],
    tool: null,
    assessedOn: null,
    scopeDigest: "paris",
    isListed: true,
    ...subProcessor,
  },
});
const shown = ({ state, requestId, pendingId, waits, day, daysLeft, missing, isChangedSince }: Cell) => ({
  state,
  requestId,
  pendingId,
  waits,
  day,
  daysLeft,
  missing,
  isChangedSince,
});
const quiet = {
  requestId: "A-1",
  pendingId: null,
  waits: null,
  day: null,
  daysLeft: null,
  missing: [],
  isChangedSince: false,
};
const none: UseRequirement[] = ["authorisation"];

describe("one request", () => {
  it.each<[string, Partial<AuthorisationRequest>, string, Partial<Cell>]>([
    ["asked for", {}, "awaited", { waits: "answer", day: "2026-12-05", daysLeft: 9, missing: none }],
    ["not received", { receivedAt: null }, "awaited", { waits: "receipt", missing: none }],
    ["a draft", { state: "draft", sentAt: null }, "draft", { missing: none }],
    ["approved", { state: "approved" }, "active", {}],
    [
      "its conditions are open",
      { state: "approved", conditions: [{ isMet: false }] },
      "to-sign",
      { missing: ["conditions"] },
    ],
    ["silence", { days: 3 }, "expired", { day: "2026-11-23", missing: none }],
    [
      "told of",
      { regime: "general", state: "notified" },
      "notified",
      { waits: "answer", day: "2026-12-05", daysLeft: 9, missing: none },
    ],
    [
      "its silence counts",
      { regime: "general", state: "notified", days: 3 },
      "active",
      { day: "2026-11-23" },
    ],
    [
      "no period agreed",
      { regime: "general", state: "notified", days: null },
      "notified",
      { waits: "confirmation", missing: none },
    ],
  ])("%s: %s", (_, stated, state, rest) => {
    expect(shown(authorisationCellOf(facts([request(stated)]), now))).toEqual({ ...quiet, state, ...rest });
  });

  it("a general one waits for the working day after a Saturday", () => {
    const notified = request({ regime: "general", state: "notified", days: 1 });
    const at = (text: string) => {
      const { state, waits, day, daysLeft } = authorisationCellOf(facts([notified]), instant(text));
      return [state, waits, day, daysLeft];
    };
    expect(at("2026-11-21T22:00:00Z")).toEqual(["notified", "answer", "2026-11-21", 0]);
    expect(at("2026-11-22T10:00:00Z")).toEqual(["notified", "working-day", "2026-11-21", null]);
    expect(at("2026-11-23T23:00:00Z")).toEqual(["active", null, "2026-11-21", null]);
  });

  it.each(
    AUTHORISATION_STATES.filter((state) => !["draft", "submitted", "approved", "notified"].includes(state)),
  )("%s is not active", (state) => {
    expect(authorisationCellOf(facts([request({ state })]), now)).toMatchObject({
      requestId: "A-1",
      missing: none,
    });
    expect(authorisationCellOf(facts([request({ state })]), now).state).not.toBe("active");
  });
});

describe("what else is missing", () => {
  const approved = request({ state: "approved" });
  it.each<[string, Partial<CellFacts["subProcessor"]>, string, UseRequirement[]]>([
    ["all is there", {}, "active", []],
    ["no contract of 28(4)", { hasContract: false }, "to-sign", ["contract"]],
    ["outside the EEA", { countries: ["SN"] }, "to-sign", ["module-3", "assessment"]],
    ["it moved", { scopeDigest: "dakar" }, "to-sign", ["scope"]],
    ["it is listed no more", { isListed: false }, "ended", []],
  ])("%s: %s", (_, stated, state, missing) => {
    expect(authorisationCellOf(facts([approved], stated), now)).toMatchObject({ state, missing });
  });

  it("of one that left the list no answer is waited for; a no stays a no", () => {
    const unlisted = (stated: Partial<AuthorisationRequest>) => {
      const cell = authorisationCellOf(
        facts([request(stated)], { isListed: false, hasContract: false }),
        now,
      );
      return [cell.state, cell.daysLeft, ...cell.missing];
    };
    expect(unlisted({})).toEqual(["ended", null]);
    expect(unlisted({ regime: "general", state: "notified" })).toEqual(["ended", null]);
    expect(unlisted({ state: "approved" })).toEqual(["ended", null]);
    expect(unlisted({ state: "refused" })).toEqual(["refused", null, "authorisation", "contract"]);
    expect(unlisted({ days: 3 })).toEqual(["expired", null, "authorisation", "contract"]);
  });

  it("says so where nobody was ever asked", () => {
    const cell = authorisationCellOf(facts([], { hasContract: false }), now);
    expect(shown(cell)).toEqual({
      ...quiet,
      state: "never",
      requestId: null,
      missing: ["authorisation", "contract"],
    });
  });
});

describe("several requests, the older first", () => {
  const one = (id: string, state: AuthorisationState, scopeDigest = "paris") =>
    request({ id, state, scopeDigest, days: 60 });
  it.each<[string, AuthorisationRequest[], string, string, string | null]>([
    [
      "an open question takes nothing away",
      [one("A-1", "approved"), one("A-2", "submitted")],
      "active",
      "A-1",
      "A-2",
    ],
    ["a later refusal does", [one("A-1", "approved"), one("A-2", "refused")], "refused", "A-2", null],
    [
      "silence does not",
      [one("A-1", "approved"), { ...one("A-2", "submitted"), days: 1 }],
      "active",
      "A-1",
      null,
    ],
    ["one given up does not", [one("A-1", "approved"), one("A-2", "withdrawn")], "active", "A-1", null],
    ["asked again after a refusal", [one("A-1", "refused"), one("A-2", "submitted")], "awaited", "A-2", null],
    [
      "another site refused: the first holds for where it is",
      [one("A-1", "approved"), one("A-2", "refused", "dakar")],
      "active",
      "A-1",
      null,
    ],
    [
      "moved, and asked anew",
      [one("A-1", "approved", "rabat"), one("A-2", "submitted")],
      "awaited",
      "A-2",
      null,
    ],
    ["replaced by what followed", [one("A-1", "replaced"), one("A-2", "approved")], "active", "A-2", null],
    [
      "moved as silence allowed, and back: a new notice, for the first was replaced",
      [one("A-1", "approved"), { ...one("A-2", "notified", "dakar"), regime: "general", days: 1 }],
      "to-sign",
      "A-2",
      null,
    ],
    [
      "moved, taken back there, and moved back: no older yes stands up again",
      [one("A-1", "approved"), one("A-2", "refused", "dakar"), one("A-3", "revoked", "rabat")],
      "revoked",
      "A-3",
      null,
    ],
    [
      "refused elsewhere, and the contract ended with it",
      [one("A-1", "approved"), one("A-2", "contract-terminated", "dakar")],
      "contract-terminated",
      "A-2",
      null,
    ],
    [
      "asked anew after it was taken back",
      [one("A-1", "approved"), one("A-2", "revoked", "rabat"), one("A-3", "submitted")],
      "awaited",
      "A-3",
      null,
    ],
    [
      "a draft says nothing yet",
      [one("A-1", "approved"), request({ id: "A-2", state: "draft", sentAt: null })],
      "active",
      "A-1",
      null,
    ],
  ])("%s", (_, requests, state, requestId, pendingId) => {
    expect(authorisationCellOf(facts(requests), now)).toMatchObject({ state, requestId, pendingId });
  });
});
