import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instructionsInForce, instructionStatusOn, type InstructionStatus } from "./in-force";
import { instructionWith } from "./instruction.fixture";
import { INSTRUCTION_EVENTS, CHANNELS, type DatedInstruction } from "./types";

const record = { id: "r-1", controllerId: "c-1" };
const accepted = instructionWith();
const call = instructionWith({ channel: "telephone" });
const writtenCall = instructionWith({
  channel: "telephone",
  facts: [...call.facts, { event: "confirm-in-writing", on: "2026-03-10" }],
});
const later = instructionWith({ effectiveOn: "2026-06-01" });
const contested = instructionWith({
  facts: [
    { event: "contest", on: "2026-03-03" },
    { event: "confirm", on: "2026-03-20" },
    { event: "withdraw", on: "2026-05-01" },
  ],
});

describe("instructionStatusOn", () => {
  it.each<[string, DatedInstruction, string, InstructionStatus]>([
    ["the eve of its receipt", accepted, "2026-03-01", "unknown"],
    ["received", accepted, "2026-03-02", "examined"],
    ["checked", accepted, "2026-03-03", "examined"],
    ["accepted", accepted, "2026-03-04", "in-force"],
    ["a call that was accepted all the same", call, "2026-11-24", "unwritten"],
    ["a call on the eve of its writing", writtenCall, "2026-03-09", "unwritten"],
    ["a call once written", writtenCall, "2026-03-10", "in-force"],
    ["accepted before it takes effect", later, "2026-05-31", "to-come"],
    ["the day it takes effect", later, "2026-06-01", "in-force"],
    ["contested", contested, "2026-03-03", "contested"],
    ["confirmed by the controller", contested, "2026-03-20", "in-force"],
    ["withdrawn", contested, "2026-05-01", "withdrawn"],
  ])("%s", (_, it, day, status) => expect(instructionStatusOn(it, day, [it])).toBe(status));

  it.each<[string, Partial<DatedInstruction>, string, InstructionStatus]>([
    ["given from an address that nothing proves", { heldUntil: null }, "2026-11-24", "unproven"],
    ["on the eve of the proof", { heldUntil: "2026-05-02" }, "2026-05-01", "unproven"],
    ["on the day of the proof", { heldUntil: "2026-05-02" }, "2026-05-02", "in-force"],
    [
      "confirmed from such an address",
      {
        facts: [
          { event: "contest", on: "2026-03-03" },
          { event: "confirm", on: "2026-03-20", heldUntil: null },
        ],
      },
      "2026-11-24",
      "unproven",
    ],
    [
      "a call confirmed in writing from such an address",
      {
        channel: "telephone",
        facts: [...call.facts, { event: "confirm-in-writing", on: "2026-03-10", heldUntil: null }],
      },
      "2026-11-24",
      "unproven",
    ],
    [
      "withdrawn from such an address",
      { heldUntil: null, facts: [...accepted.facts, { event: "withdraw", on: "2026-05-01" }] },
      "2026-11-24",
      "withdrawn",
    ],
  ])("%s", (_, stated, day, status) => {
    const it = instructionWith(stated);
    expect(instructionStatusOn(it, day, [it])).toBe(status);
  });

  it("is not superseded by one from an address that nothing proves, before the proof", () => {
    const after = instructionWith({ supersedesId: accepted.id, heldUntil: "2026-06-01" });
    const on = (day: string) => instructionStatusOn(accepted, day, [accepted, after]);
    expect([on("2026-05-31"), on("2026-06-01")]).toEqual(["in-force", "superseded"]);
  });

  it("is superseded from the day the later one holds, and stays so when that one is withdrawn", () => {
    const after = instructionWith({
      supersedesId: accepted.id,
      receivedOn: "2026-04-01",
      effectiveOn: "2026-07-01",
      facts: [
        { event: "check", on: "2026-04-02" },
        { event: "accept", on: "2026-04-03" },
        { event: "withdraw", on: "2026-08-01" },
      ],
    });
    const on = (day: string) =>
      [accepted, after].map((it) => instructionStatusOn(it, day, [accepted, after]));
    expect(on("2026-04-01")).toEqual(["in-force", "examined"]);
    expect(on("2026-06-30")).toEqual(["in-force", "to-come"]);
    expect(on("2026-07-01")).toEqual(["superseded", "in-force"]);
    expect(on("2026-08-01")).toEqual(["superseded", "withdrawn"]);
  });

  it("stays when the one in its place was withdrawn before it took effect", () => {
    const never = instructionWith({
      supersedesId: accepted.id,
      effectiveOn: "2026-07-01",
      facts: [...accepted.facts, { event: "withdraw", on: "2026-06-30" }],
    });
    expect(instructionStatusOn(accepted, "2026-11-24", [accepted, never])).toBe("in-force");
  });
});

describe("instructionsInForce", () => {
  it("takes those for the entry, those for the whole of its controller, and no others", () => {
    const own = instructionWith({ recordIds: ["r-2", "r-1"] });
    const others = [instructionWith({ recordIds: ["r-2"] }), instructionWith({ controllerId: "c-2" }), call];
    expect(instructionsInForce(record, "2026-11-24", [own, accepted, ...others])).toEqual([own, accepted]);
    expect(instructionsInForce(record, "2026-03-03", [own, accepted])).toEqual([]);
  });

  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-03-${String(number).padStart(2, "0")}`);
  const facts = fc.array(fc.record({ event: fc.constantFrom(...INSTRUCTION_EVENTS), on: day }), {
    maxLength: 6,
  });
  const instruction = (id: string) =>
    fc.record({
      id: fc.constant(id),
      controllerId: fc.constant("c-1"),
      kind: fc.constant("processing" as const),
      channel: fc.constantFrom(...CHANNELS),
      receivedOn: day,
      effectiveOn: day,
      supersedesId: fc.constantFrom(null, "a", "b", "c"),
      recordIds: fc.constantFrom([], ["r-1"], ["r-2"]),
      facts,
    });
  const ledgers = fc.tuple(instruction("a"), instruction("b"), instruction("c"));

  it("never holds one that is superseded, withdrawn, amended or only spoken, whatever happened", () => {
    fc.assert(
      fc.property(ledgers, day, (ledger, on) => {
        for (const it of instructionsInForce(record, on, ledger)) {
          expect(it.effectiveOn <= on && it.receivedOn <= on).toBe(true);
          const past = it.facts.filter((fact) => fact.on <= on).map(({ event }) => event);
          expect(past.some((event) => event === "accept" || event === "confirm")).toBe(true);
          if (it.channel === "telephone") expect(past).toContain("confirm-in-writing");
          const inItsPlace = ledger.filter(({ id, supersedesId }) => id !== it.id && supersedesId === it.id);
          expect(instructionsInForce({ ...record, id: "r-1" }, on, inItsPlace)).toEqual([]);
        }
      }),
    );
  });

  it("never brings back one that was superseded", () => {
    fc.assert(
      fc.property(ledgers, day, day, (ledger, one, other) => {
        const [before, after] = [one, other].toSorted() as [string, string];
        for (const it of ledger) {
          if (instructionStatusOn(it, before, ledger) === "superseded")
            expect(instructionStatusOn(it, after, ledger)).not.toBe("in-force");
        }
      }),
    );
  });
});
