import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, EVIDENCE, eventsFrom, TRANSITIONS, type InstructionEvent } from "./lifecycle";
import {
  INSTRUCTION_EVENTS,
  type InstructionEventKind,
  CHANNELS,
  INSTRUCTION_STATES,
  type Channel,
  type InstructionFact,
  type InstructionState,
} from "./types";

const today = "2026-11-24";
const all = {
  note: "n",
  source: "s",
  infringes: "art. 9",
  recipient: "a@b.example",
  successor: "i-9",
  writer: "Hélène Marchetti",
  medium: "e-mail",
  writing: "w",
  hasDocument: false,
};
const event = (kind: InstructionEventKind, stated: Partial<InstructionEvent> = {}): InstructionEvent => ({
  kind,
  on: "2026-11-20",
  ...all,
  ...stated,
});
const at = (state: InstructionState, channel: Channel = "e-mail", facts: InstructionFact[] = []) => ({
  state,
  channel,
  receivedOn: "2026-11-10",
  facts,
});
const written: InstructionFact = { event: "confirm-in-writing", on: "2026-11-11" };

// Written out by hand: what each event makes of each state, a dot where it is refused.
const TABLE: Record<InstructionEventKind, string> = {
  //                     received  checked   accepted  contested confirmed amended withdrawn
  check: "               checked   .         .         .         .         .       .",
  accept: "              .         accepted  .         .         .         .       .",
  contest: "             contested contested contested .         contested .       .",
  acknowledge: "         .         .         accepted  contested .         .       .",
  confirm: "             .         .         .         confirmed .         .       .",
  amend: "               .         .         .         amended   .         .       .",
  withdraw: "            withdrawn withdrawn withdrawn withdrawn withdrawn .       .",
  "confirm-in-writing": "received  checked   accepted  contested confirmed .       .",
};

describe("decide", () => {
  const cells = INSTRUCTION_EVENTS.flatMap((kind) =>
    TABLE[kind]
      .trim()
      .split(/\s+/)
      .map((to, column) => ({ kind, from: INSTRUCTION_STATES[column]!, to })),
  );
  it.each(cells)("$kind from $from: $to", ({ kind, from, to }) => {
    const channel = kind === "confirm-in-writing" ? "telephone" : "letter";
    const decision = decide(at(from, channel), event(kind), { today });
    expect(decision).toEqual(
      to === "." ? { ok: false, field: "", key: "notFromHere" } : { ok: true, state: to },
    );
  });

  it.each(INSTRUCTION_EVENTS.flatMap((kind) => TRANSITIONS[kind].needs.map((need) => [kind, need] as const)))(
    "%s wants its %s",
    (kind, need) => {
      const from = at(TRANSITIONS[kind].from[0]!, kind === "confirm-in-writing" ? "telephone" : "letter");
      expect(decide(from, event(kind, { [need]: "  " }), { today })).toEqual({
        ok: false,
        field: need,
        key: `${need}Missing`,
      });
    },
  );

  it.each([
    ["a day that is none", { on: "2026-02-30" }, "notADay"],
    ["a day to come", { on: "2026-11-25" }, "future"],
    ["a day before it was received", { on: "2026-11-09" }, "beforeReceipt"],
    ["a day before the last fact", { on: "2026-11-11" }, "beforeLast"],
  ] as const)("refuses %s", (_, stated, key) => {
    const checked = at("checked", "letter", [{ event: "check", on: "2026-11-12" }]);
    expect(decide(checked, event("accept", stated), { today })).toEqual({ ok: false, field: "on", key });
  });

  it("lets what leaves the state as it is be older than the last fact", () => {
    const accepted = at("accepted", "letter", [{ event: "accept", on: "2026-11-22" }]);
    expect(decide(accepted, event("acknowledge"), { today })).toEqual({ ok: true, state: "accepted" });
  });

  it("accepts and confirms no telephone call before it is written", () => {
    for (const [state, kind] of [
      ["checked", "accept"],
      ["contested", "confirm"],
    ] as const) {
      expect(decide(at(state, "telephone"), event(kind), { today })).toMatchObject({ key: "notDocumented" });
      expect(decide(at(state, "telephone", [written]), event(kind), { today })).toMatchObject({ ok: true });
    }
    expect(
      decide(at("received", "telephone", [written]), event("confirm-in-writing"), { today }),
    ).toMatchObject({
      key: "writtenAlready",
    });
  });
});

describe("a written confirmation", () => {
  const confirm = (stated: Partial<InstructionEvent>) =>
    decide(at("checked", "telephone"), event("confirm-in-writing", stated), { today });

  it("names who wrote and by which way, and brings the words or the document that holds them", () => {
    const refusals = (["writer", "medium", "writing"] as const).map((need) => confirm({ [need]: " " }));
    expect(refusals).toEqual(
      ["writer", "medium", "writing"].map((field) => ({ ok: false, field, key: `${field}Missing` })),
    );
    expect(confirm({ source: "Courriel du 11 novembre", writing: "" })).toMatchObject({ ok: false });
    expect(confirm({ writing: "", hasDocument: true })).toEqual({ ok: true, state: "checked" });
    expect(confirm({ source: "" })).toEqual({ ok: true, state: "checked" });
  });
});

describe("a life of any events", () => {
  const stated = fc.record(
    Object.fromEntries(EVIDENCE.map((name) => [name, fc.constantFrom("", "  ", "said")])) as Record<
      (typeof EVIDENCE)[number],
      fc.Arbitrary<string>
    >,
  );
  const events = fc.array(
    fc.tuple(fc.constantFrom(...INSTRUCTION_EVENTS), fc.integer({ min: 10, max: 24 }), stated),
  );

  it("reaches no state without its evidence, and never leaves an end", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANNELS), events, (channel, tried) => {
        let it = at("received", channel);
        for (const [kind, day, evidence] of tried) {
          const asked = { kind, on: `2026-11-${day}`, hasDocument: false, ...evidence };
          const decision = decide(it, asked, { today });
          if (!decision.ok) continue;
          expect(["amended", "withdrawn"]).not.toContain(it.state);
          expect(eventsFrom(it)).toContain(kind);
          for (const need of TRANSITIONS[kind].needs) expect(evidence[need].trim()).not.toBe("");
          it = { ...it, state: decision.state, facts: [...it.facts, { event: kind, on: asked.on }] };
          if (it.state === "accepted" || it.state === "confirmed")
            expect(
              channel !== "telephone" || it.facts.some((fact) => fact.event === "confirm-in-writing"),
            ).toBe(true);
        }
      }),
    );
  });
});
