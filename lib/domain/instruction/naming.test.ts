import { describe, expect, it } from "vitest";
import { instructionWith } from "./instruction.fixture";
import { INSTRUCTION_KINDS, INSTRUCTION_USES, type InstructionKind } from "./kind";
import {
  EXECUTION_REFUSALS,
  executionRefusals,
  isOverridable,
  namingRefusals,
  refusalsSetAside,
  standingRefusals,
} from "./naming";

const DAY = "2026-06-01";
const judge = (
  it: ReturnType<typeof instructionWith>,
  use: (typeof INSTRUCTION_USES)[number],
  others = [it],
) => namingRefusals(executionRefusals(it, { use, day: DAY, all: others }));

describe("an instruction that work may name", () => {
  it("is about that work", () => {
    const allowed = INSTRUCTION_USES.map((use) => [
      use,
      INSTRUCTION_KINDS.filter((kind) => judge(instructionWith({ kind }), use).length === 0),
    ]);
    expect(Object.fromEntries(allowed)).toEqual({
      campaign: ["campaign"],
      consultation: ["consultation"],
      "rights-request": ["rights-request", "erasure"],
    });
  });

  it.each<[InstructionKind, string]>([
    ["unsaid", "KindUnsaid"],
    ["erasure", "OtherKind"],
  ])("is not one whose kind is %s, for a campaign", (kind, refusal) => {
    expect(judge(instructionWith({ kind }), "campaign")).toEqual([refusal]);
  });

  it.each<[string, Partial<ReturnType<typeof instructionWith>>, string | null]>([
    ["received and not examined", { facts: [] }, "Unexamined"],
    ["checked and not accepted", { facts: [{ event: "check", on: "2026-03-03" }] }, "Unexamined"],
    ["contested", { facts: [{ event: "contest", on: "2026-03-03" }] }, "Contested"],
    ["told on the telephone alone", { channel: "telephone" }, "Unwritten"],
    [
      "withdrawn",
      {
        facts: [
          { event: "check", on: "2026-03-03" },
          { event: "accept", on: "2026-03-04" },
          { event: "withdraw", on: "2026-05-01" },
        ],
      },
      "Ended",
    ],
    ["accepted for a day to come", { effectiveOn: "2026-07-01" }, null],
  ])("where it is %s", (_, stated, refusal) => {
    expect(judge(instructionWith({ kind: "campaign", ...stated }), "campaign")).toEqual(
      refusal === null ? [] : [refusal],
    );
  });

  it("is not one in whose place another came", () => {
    const earlier = instructionWith({ kind: "campaign" });
    const later = instructionWith({ kind: "campaign", supersedesId: earlier.id });
    expect(judge(earlier, "campaign", [earlier, later])).toEqual(["Ended"]);
    expect(judge(later, "campaign", [earlier, later])).toEqual([]);
  });

  it.each(INSTRUCTION_USES)("is refused for all that it lacks, for a %s", (use) => {
    const it = instructionWith({ kind: "transfer", facts: [], effectiveOn: "2027-06-01" });
    expect(judge(it, use)).toEqual(["Unexamined", "OtherKind"]);
    expect(executionRefusals(it, { use, day: DAY, all: [it] })).toEqual([
      "Unexamined",
      "ToCome",
      "OtherKind",
    ]);
    const told = instructionWith({ kind: "unsaid", facts: [], channel: "telephone" });
    expect(judge(told, use)).toEqual(["Unwritten", "Unexamined", "KindUnsaid"]);
  });
});

describe("a written reason", () => {
  it("sets aside what is the processor’s own, and nothing that the controller said or did not write", () => {
    const reason = "Ordered in the same letter";
    expect(EXECUTION_REFUSALS.filter(isOverridable)).toEqual(["Unexamined", "KindUnsaid"]);
    expect(refusalsSetAside(EXECUTION_REFUSALS, reason)).toEqual(["Unexamined", "KindUnsaid"]);
    for (const refusal of EXECUTION_REFUSALS) {
      expect(standingRefusals([refusal], reason)).toEqual(isOverridable(refusal) ? [] : [refusal]);
      for (const none of ["  ", "x", "xxxxxxxxxxxx", "a b"])
        expect(standingRefusals([refusal], none)).toEqual([refusal]);
    }
    expect(standingRefusals(["Unexamined", "OtherKind"], reason)).toEqual(["OtherKind"]);
    expect(standingRefusals([], "")).toEqual([]);
  });
});
