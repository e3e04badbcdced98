import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decide,
  EVIDENCE,
  eventAtEnd,
  eventsFrom,
  isGivenUpAfterSending,
  needsOf,
  TRANSITIONS,
  type AuthorisationEvent,
  type Before,
} from "./lifecycle";
import {
  AUTHORISATION_EVENTS,
  AUTHORISATION_STATES,
  DECISION_CHANNELS,
  type AuthorisationEventKind,
  type AuthorisationState,
  type Regime,
} from "./types";

const now = Date.parse("2026-11-26T10:00:00Z");
const all: Record<(typeof EVIDENCE)[number], string> = {
  text: "t",
  recipient: "dpo@client.example",
  source: "e-mail of 20 November",
  document: "d",
  signatory: "A. Martin",
  capacity: "DPO",
  power: "power of 3 March",
  reason: "r",
};
const event = (
  kind: AuthorisationEventKind,
  stated: Partial<AuthorisationEvent> = {},
): AuthorisationEvent => ({
  kind,
  at: now - 1000,
  channel: "portal",
  ...all,
  ...stated,
});
const before = (regime: Regime, state: AuthorisationState, lastAt: number | null = null): Before => ({
  regime,
  state,
  lastAt,
  suspendedFrom: state === "suspended" ? "approved" : null,
});

// Written out by hand, a letter for a state: a dot where the event is refused.
const LETTERS: Record<string, AuthorisationState> = {
  s: "submitted",
  a: "approved",
  r: "refused",
  n: "notified",
  o: "objected",
  k: "revoked",
  w: "withdrawn",
  l: "alternative",
  t: "contract-terminated",
  p: "suspended",
  c: "replaced",
  e: "ended",
};
const SPECIFIC: Record<AuthorisationEventKind, string> = {
  // draft sub app ref exp not n-o obj rev wit alt ter sus rep end
  submit: "            s . . . . . . . . . . . . . .",
  notify: "            . . . . . . . . . . . . . . .",
  receive: "           . s . . . n . . . . . . . . .",
  "ask-confirmation": ". . . r . n . o k . . . . . .",
  approve: "           . a . a a a a a . . . . . . .",
  refuse: "            . r . . r . . . . . . . . . .",
  object: "            . . . . . . . . . . . . . . .",
  meet: "              . . a . . . . . . . . . p . .",
  revoke: "            . . k . . . k . . . . . k . .",
  suspend: "           . . p . . . p . . . . . . . .",
  resume: "            . . . . . . . . . . . . a . .",
  withdraw: "          w w . w w w . w . . . . . . .",
  replace: "           . . . l l . . l l . . . . . .",
  terminate: "         . . . t t . . t t . . . . . .",
  supersede: "         . c c c c c c c . . . . c . .",
  end: "               . . e . . . e . . . . . e . .",
};
const GENERAL: Record<AuthorisationEventKind, string> = {
  ...SPECIFIC,
  submit: "            . . . . . . . . . . . . . . .",
  notify: "            n . . . . . . . . . . . . . .",
  refuse: "            . . . . . . . . . . . . . . .",
  object: "            . . . . . o . . . . . . . . .",
};

describe.each([
  ["specific", SPECIFIC],
  ["general", GENERAL],
] as const)("decide, %s", (regime, table) => {
  const cells = AUTHORISATION_EVENTS.flatMap((kind) =>
    table[kind]
      .trim()
      .split(/\s+/)
      .map((letter, column) => ({ kind, from: AUTHORISATION_STATES[column]!, letter })),
  );

  it.each(cells)("$kind from $from: $letter", ({ kind, from, letter }) => {
    const decision = decide(before(regime, from), event(kind), { now });
    if (letter === ".") expect(decision).toMatchObject({ ok: false, field: "" });
    else expect(decision).toEqual({ ok: true, state: LETTERS[letter] });
    expect(eventsFrom({ regime, state: from }).includes(kind)).toBe(letter !== ".");
  });
});

describe("evidence", () => {
  const needs = AUTHORISATION_EVENTS.flatMap((kind) =>
    TRANSITIONS[kind].needs.map((need) => [kind, need] as const),
  );
  it.each(needs)("%s wants its %s, and blanks are none", (kind, need) => {
    const { regime, from } = TRANSITIONS[kind];
    const decision = decide(before(regime ?? "specific", from[0]!), event(kind, { [need]: "  " }), { now });
    expect(decision).toEqual({ ok: false, field: need, key: `${need}Missing` });
  });

  const decisions = AUTHORISATION_EVENTS.filter((kind) => TRANSITIONS[kind].isDecision);
  const noes = decisions.filter((kind) => TRANSITIONS[kind].isNo);
  const yeses = decisions.filter((kind) => !TRANSITIONS[kind].isNo);
  const from = (kind: AuthorisationEventKind, regime: Regime) =>
    before(TRANSITIONS[kind].regime ?? regime, TRANSITIONS[kind].from[0]!);

  it("knows a no from a yes", () => {
    expect([[...noes].sort(), yeses]).toEqual([["object", "refuse", "revoke"], ["approve"]]);
  });

  it.each(yeses)("%s by telephone proves nothing", (kind) => {
    const decision = decide(from(kind, "general"), event(kind, { channel: "telephone" }), { now });
    expect(decision).toEqual({ ok: false, field: "channel", key: "telephoneProvesNothing" });
  });

  it.each(yeses)("%s comes with its document, unless it was decided in the portal", (kind) => {
    expect(needsOf({ kind, channel: "letter" })[0]).toBe("document");
    expect(needsOf({ kind, channel: "portal" })).not.toContain("document");
    const decision = decide(from(kind, "general"), event(kind, { channel: "e-mail", document: "" }), { now });
    expect(decision).toEqual({ ok: false, field: "document", key: "documentMissing" });
  });

  const spoken = { document: "", capacity: "", power: "", reason: "", text: "", recipient: "" };
  it.each(
    noes.flatMap((kind) =>
      DECISION_CHANNELS.filter((one) => one !== "portal").map((channel) => [kind, channel] as const),
    ),
  )("%s by %s stands, from whoever speaks for the controller", (kind, channel) => {
    expect(decide(from(kind, "specific"), event(kind, { ...spoken, channel }), { now })).toMatchObject({
      ok: true,
    });
  });

  it.each(noes)("%s says who said it and who heard it", (kind) => {
    const stated = (more: Partial<AuthorisationEvent>) =>
      decide(from(kind, "specific"), event(kind, { ...spoken, channel: "telephone", ...more }), { now });
    expect(stated({ signatory: " " })).toEqual({ ok: false, field: "signatory", key: "signatoryMissing" });
    expect(stated({ source: "" })).toEqual({ ok: false, field: "source", key: "sourceMissing" });
  });

  it("a decision says how it came", () => {
    const decision = decide(before("specific", "submitted"), event("approve", { channel: null }), { now });
    expect(decision).toEqual({ ok: false, field: "channel", key: "channelMissing" });
  });

  it("a suspended one returns to what it was", () => {
    const suspended = { ...before("general", "suspended"), suspendedFrom: "notified" as const };
    expect(decide(suspended, event("resume", { channel: null }), { now })).toEqual({
      ok: true,
      state: "notified",
    });
  });

  it("is of the past, and follows what came before", () => {
    const submitted = before("specific", "submitted", now - 500);
    expect(decide(submitted, event("approve", { at: now + 1 }), { now })).toMatchObject({ key: "future" });
    expect(decide(submitted, event("approve", { at: now - 501 }), { now })).toMatchObject({
      key: "beforeLast",
    });
    expect(decide(submitted, event("approve", { at: now - 500 }), { now })).toMatchObject({ ok: true });
  });

  it("whatever is said in whatever order, nothing is approved but by somebody named, with power, in writing", () => {
    const stated = fc.constantFrom("", " ", "x");
    const events = fc.array(
      fc.record({
        kind: fc.constantFrom(...AUTHORISATION_EVENTS),
        channel: fc.constantFrom(...DECISION_CHANNELS),
        ...(Object.fromEntries(EVIDENCE.map((name) => [name, stated])) as Record<
          (typeof EVIDENCE)[number],
          typeof stated
        >),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.constantFrom<Regime>("specific", "general"), events, (regime, all) => {
        let state: AuthorisationState = "draft";
        all.forEach((one, index) => {
          const decision = decide(before(regime, state), { ...one, at: index }, { now });
          if (!decision.ok) return;
          if (decision.state === "approved") {
            expect(one.channel).not.toBe("telephone");
            expect([one.source, one.signatory, one.capacity, one.power]).toEqual(["x", "x", "x", "x"]);
          }
          state = decision.state;
        });
      }),
    );
  });
});

it.each<[AuthorisationState, "end" | "withdraw" | null]>([
  ["approved", "end"],
  ["not-objected", "end"],
  ["suspended", "end"],
  ["draft", "withdraw"],
  ["submitted", "withdraw"],
  ["notified", "withdraw"],
  ["expired", "withdraw"],
  ["refused", null],
  ["objected", null],
  ["revoked", null],
  ["ended", null],
  ["replaced", null],
])("with the last contract of its controller, %s: %s", (state, kind) => {
  expect(eventAtEnd(state)).toBe(kind);
  if (kind) expect(TRANSITIONS[kind].from).toContain(state);
});

describe("isGivenUpAfterSending", () => {
  it("is a question that left and waits for its answer, and is withdrawn", () => {
    expect(AUTHORISATION_STATES.filter((state) => isGivenUpAfterSending("withdraw", state))).toEqual(
      expect.arrayContaining(["submitted", "notified"]),
    );
    expect(isGivenUpAfterSending("withdraw", "draft")).toBe(false);
    expect(isGivenUpAfterSending("withdraw", "refused")).toBe(false);
    expect(isGivenUpAfterSending("refuse", "submitted")).toBe(false);
  });
});
