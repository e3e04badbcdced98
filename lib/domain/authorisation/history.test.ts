import { describe, expect, it } from "vitest";
import {
  beforeAt,
  isOralRefusal,
  knownAt,
  recordableAt,
  clampToMinute,
  type AuthorisationFact,
  type StoredFact,
} from "./history";
import type { StoredAuthorisation } from "./request-status";

const asked: StoredAuthorisation = {
  regime: "specific",
  state: "submitted",
  receivedAt: Date.parse("2026-11-02T09:00:00Z"),
  days: 10,
  lapsesAt: null,
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

  it("is not ordered by a second letter: what came before it is written down after it", () => {
    const notified = [
      fact("notify", "notified", "2026-11-02T08:00:00Z"),
      fact("ask-confirmation", "notified", "2026-11-20T09:00:00Z"),
    ];
    const general: StoredAuthorisation = { ...asked, regime: "general", state: "notified", days: null };
    expect(beforeAt(general, notified, Date.parse("2026-11-19T09:00:00Z"))).toMatchObject({
      state: "notified",
      lastAt: notified[0]!.at,
    });
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
  expect(clampToMinute(Date.parse(typed), facts)).toBe(Date.parse(settled));
});

describe("recordableAt", () => {
  const notified: StoredAuthorisation = { ...asked, regime: "general", state: "notified" };
  const kindsAt = (of: StoredAuthorisation, at: string) => {
    const all = recordableAt(of, [], Date.parse(at));
    const kinds = (isPast: boolean) => all.filter((one) => one.isPast === isPast).map(({ kind }) => kind);
    return { now: kinds(false), before: kinds(true) };
  };

  it("an objection that came in time is written down after the period too, and is none of today", () => {
    expect(kindsAt(notified, "2026-11-12T22:59:00Z")).toEqual({
      now: ["receive", "ask-confirmation", "approve", "object", "withdraw", "supersede"],
      before: [],
    });
    expect(kindsAt(notified, "2026-11-12T23:00:00Z")).toEqual({
      now: ["approve", "revoke", "suspend", "supersede", "end"],
      before: ["object"],
    });
  });

  it("what is ours to do, and what was decided, is of today alone", () => {
    expect(kindsAt(asked, "2026-11-20T09:00:00Z").before).toEqual([]);
    expect(kindsAt({ ...notified, state: "objected" }, "2026-11-20T09:00:00Z").before).toEqual([]);
  });
});

describe("knownAt", () => {
  const stored = (
    event: StoredFact["event"],
    state: StoredFact["state"],
    [at, recordedAt = at]: string[],
  ) => ({
    event,
    state,
    at: new Date(`${at}T09:00:00Z`),
    recordedAt: new Date(`${recordedAt}T10:00:00Z`),
    conditionId: event === "meet" ? "audit" : null,
    authorKind: "staff",
    letterId: null,
  });
  const request = {
    id: "A-1",
    regime: "specific",
    state: "ended",
    days: 30,
    zone: "Europe/Paris",
    seatCountry: "FR",
    seatAddress: "",
    silenceAddress: null,
    silenceProvenAt: null,
    scopeDigest: "paris",
    announced: [],
    sentAt: new Date("2026-03-02T09:00:00Z"),
    receivedAt: new Date("2026-03-02T09:00:00Z"),
    conditions: [{ id: "audit" }],
    contract: null,
  };
  // The receipt was corrected, the letter of 20 March was written down on the 25th.
  const facts = [
    stored("submit", "submitted", ["2026-03-02"]),
    stored("receive", "submitted", ["2026-03-05"]),
    stored("receive", "submitted", ["2026-03-02", "2026-03-10"]),
    stored("approve", "approved", ["2026-03-20", "2026-03-25"]),
    stored("meet", "approved", ["2026-04-01"]),
    stored("end", "ended", ["2026-05-01"]),
  ];
  const on = (day: string) => knownAt(request, facts, new Date(`${day}T22:59:59Z`));
  const day = (instant: Date | string | null) => instant && new Date(instant).toISOString().slice(0, 10);

  it.each([
    ["2026-03-01", "draft", null, null, []],
    ["2026-03-04", "submitted", "2026-03-02", null, []],
    ["2026-03-05", "submitted", "2026-03-02", "2026-03-05", []],
    ["2026-03-24", "submitted", "2026-03-02", "2026-03-02", []],
    ["2026-03-25", "approved", "2026-03-02", "2026-03-02", [{ isMet: false }]],
    ["2026-04-30", "approved", "2026-03-02", "2026-03-02", [{ isMet: true }]],
    ["2026-05-01", "ended", "2026-03-02", "2026-03-02", [{ isMet: true }]],
  ])("on %s it is %s", (instant, state, sentOn, receivedOn, conditions) => {
    const known = on(instant);
    expect(known).toMatchObject({ state, conditions });
    expect([day(known.sentAt), day(known.receivedAt)]).toEqual([sentOn, receivedOn]);
  });

  it("knows no receipt by what our own relay accepted, whatever was written down", () => {
    const relayed = { ...facts[1]!, authorKind: "system" };
    const known = (notified: StoredFact[]) =>
      knownAt(request, notified, new Date("2026-03-24T22:00:00Z")).receivedAt;
    expect(known([facts[0]!, relayed])).toBeNull();
    expect(known([facts[0]!, relayed, { ...relayed, letterId: "letter" }])).toEqual(relayed.at);
  });

  it("knows a receipt without a fact of its own with the sending", () => {
    const [sent] = facts;
    expect(knownAt(request, [sent!], new Date("2026-03-02T10:00:00Z")).receivedAt).toEqual(
      request.receivedAt,
    );
    expect(knownAt(request, [sent!], new Date("2026-03-01T10:00:00Z")).receivedAt).toBeNull();
  });
});

describe("a no that was only spoken", () => {
  const fact = (
    event: "refuse" | "object" | "revoke" | "approve" | "ask-confirmation",
    channel = "",
    documentId: string | null = null,
  ) => ({
    event,
    channel,
    documentId,
  });
  it.each([
    ["by telephone", [fact("refuse", "telephone")], true],
    ["in a conversation", [fact("object", "meeting")], true],
    ["a revocation by telephone", [fact("approve", "letter", "d"), fact("revoke", "telephone")], true],
    ["in a meeting with its minutes", [fact("object", "meeting", "d")], false],
    ["by letter", [fact("refuse", "letter")], false],
    ["in the portal", [fact("refuse", "portal")], false],
    ["thought over since", [fact("refuse", "telephone"), fact("approve", "letter", "d")], false],
    ["whose confirmation was asked for", [fact("object", "telephone"), fact("ask-confirmation")], false],
    ["nothing yet", [], false],
  ])("%s", (_, facts, expected) => {
    expect(isOralRefusal(facts)).toBe(expected);
  });
});
