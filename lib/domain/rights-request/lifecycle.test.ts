import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACT_KINDS, type FactKind } from "./facts";
import {
  BESIDE_EVENTS,
  decide,
  eventsFrom,
  isOpen,
  REQUEST_STATES,
  type LifeInput,
  type RequestState,
} from "./lifecycle";

const it_ = (state: RequestState, more: Partial<LifeInput> = {}): LifeInput => ({
  state,
  controllerId: "c",
  tasks: [{ outcome: "done" }],
  answered: null,
  ...more,
});

describe("the life of a request", () => {
  it.each<[RequestState, FactKind, RequestState]>([
    ["received", "relayed", "relayed"],
    ["received", "lodged", "relayed"],
    ["received", "instructed", "instructed"],
    ["relayed", "instructed", "instructed"],
    ["instructed", "started", "executing"],
    ["executing", "confirmed", "confirmed"],
    ["executing", "instructed", "instructed"],
    ["executing", "refused", "refused"],
    ["confirmed", "closed", "closed"],
    ["relayed", "refused", "refused"],
    ["refused", "instructed", "instructed"],
    ["received", "not-ours", "not-ours"],
    ["executing", "not-ours", "not-ours"],
    ["refused", "not-ours", "not-ours"],
    ["not-ours", "reopened", "received"],
    ["relayed", "identity-doubted", "relayed"],
    ["closed", "erased", "closed"],
    ["confirmed", "answered", "confirmed"],
    ["closed", "answered", "closed"],
    ["relayed", "not-reached", "relayed"],
    ["executing", "not-reached", "executing"],
    ["refused", "not-reached", "refused"],
    ["closed", "not-reached", "closed"],
  ])("%s, %s: %s", (state, kind, after) => {
    expect(decide(it_(state), kind)).toEqual({ ok: true, state: after });
  });

  it.each<[RequestState, FactKind, Partial<LifeInput>, string]>([
    ["received", "relayed", { controllerId: null }, "noController"],
    ["instructed", "started", { tasks: [] }, "noTasks"],
    ["executing", "confirmed", { tasks: [{ outcome: null }] }, "openTasks"],
    ["received", "confirmed", {}, "notFromHere"],
    ["confirmed", "not-ours", {}, "notFromHere"],
    ["relayed", "closed", {}, "notAnswered"],
    ["not-ours", "answered", {}, "notFromHere"],
    ["received", "not-reached", {}, "notFromHere"],
    ["not-ours", "not-reached", {}, "notFromHere"],
    ["relayed", "not-reached", { controllerId: null }, "noController"],
    ["relayed", "not-reached", { answered: { value: { answerMeans: "in-person" } } }, "answeredAlready"],
    ["confirmed", "not-reached", { answered: { value: { answerMeans: "letter" } } }, "answeredAlready"],
  ])("%s, %s with %o is refused: %s", (state, kind, more, key) => {
    expect(decide(it_(state, more), kind)).toMatchObject({ ok: false, key });
  });

  it("ends once the controller answered what leaves nothing to execute", () => {
    expect(decide(it_("relayed", { answered: {} }), "closed")).toEqual({ ok: true, state: "closed" });
  });

  it.each(["e-mail", "post"] as const)("may find that an answer by %s reached nobody", (answerMeans) => {
    expect(decide(it_("confirmed", { answered: { value: { answerMeans } } }), "not-reached").ok).toBe(true);
  });

  it("ends once its person could not be reached and nothing is left to execute", () => {
    expect(decide(it_("relayed", { notReached: {} }), "closed")).toEqual({ ok: true, state: "closed" });
  });

  it("has a way out of every open state, and none out of the closed one but to state what reached its person and to erase", () => {
    for (const state of REQUEST_STATES.filter(isOpen))
      expect(eventsFrom(it_(state)).length, state).toBeGreaterThan(0);
    expect(eventsFrom(it_("closed"))).toEqual(["controller-received", "answered", "not-reached", "erased"]);
  });

  it("offers what it admits, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REQUEST_STATES),
        fc.constantFrom(...FACT_KINDS),
        fc.option(fc.constant("c")),
        (state, kind, controllerId) => {
          const at = it_(state, { controllerId });
          const isForm = !BESIDE_EVENTS.includes(kind);
          expect(eventsFrom(at).includes(kind)).toBe(isForm && decide(at, kind).ok);
        },
      ),
    );
  });
});
