import { describe, expect, it } from "vitest";
import { readContent } from "@/lib/domain/dpo-work/content";
import { WORK_KINDS, type WorkKind } from "@/lib/domain/dpo-work/kinds";
import { describePlanned, NOW, recalledKinds, ROW } from "./obligation.fixture";
import { planWork, type RecordedFact, type WorkToPlan } from "./plan-dpo-work";
import type { Obligation } from "./types";

const seen = new Set<string>();

function listOf(planned: readonly Obligation[]): string[] {
  for (const { kind } of planned) seen.add(kind);
  return describePlanned(planned);
}

describe("the DPO's work", () => {
  const fact = (event: string, more: Partial<RecordedFact> = {}): RecordedFact => ({
    event,
    part: "",
    factOn: "2026-11-20",
    detail: "",
    reason: "",
    nextOn: null,
    amount: null,
    at: NOW,
    ...more,
  });
  const plan = (
    kind: WorkKind,
    content: object,
    facts: RecordedFact[] = [],
    more: Partial<WorkToPlan> = {},
  ) =>
    listOf(
      planWork(
        {
          row: ROW,
          kind,
          content: readContent(kind, { title: "T", ...content }),
          facts,
          about: "",
          repeatedAt: null,
          isBound: true,
          changedSince: null,
          ...more,
        },
        NOW,
      ),
    );
  const part = "0192f0c4-0000-7000-8000-000000000001";
  const line = { id: part, text: "L", dueOn: "2026-12-01" };

  it.each<[WorkKind, object, RecordedFact[], string[]]>([
    ["watch-item", { readOn: "2026-11-02", lines: [line] }, [], ["watch-item.task 2026-12-01"]],
    [
      "watch-item",
      { readOn: "2026-11-02", lines: [line] },
      [fact("not-applicable", { part })],
      ["watch-item.task 2026-12-01 void"],
    ],
    [
      "watch-item",
      { readOn: "2026-11-02", lines: [line] },
      [fact("done", { part })],
      ["watch-item.task 2026-12-01 done"],
    ],
    ["watch-item", { readOn: "2026-11-02", lines: [{ ...line, dueOn: null }] }, [], []],
    ["training", { on: "2026-12-03", repeatMonths: 12 }, [], ["training.hold 2026-12-03"]],
    ["training", { on: "2026-11-20", repeatMonths: 12 }, [fact("hold")], ["training.repeat 2027-11-20"]],
    ["training", { on: "2026-11-20" }, [fact("hold")], []],
    ["training", { on: "2026-11-20", repeatMonths: 12 }, [fact("cancel")], []],
    ["internal-audit", { on: "2026-11-12" }, [], ["internal-audit.report 2026-11-12"]],
    [
      "internal-audit",
      { on: "2026-11-12", lines: [{ ...line, severity: "major" }] },
      [fact("report")],
      ["internal-audit.finding 2026-12-01"],
    ],
    ["assistance", { type: "audit", askedOn: "2026-11-16" }, [], ["assistance.give since 2026-11-16"]],
    [
      "assistance",
      { type: "audit", askedOn: "2026-11-16" },
      [fact("give")],
      ["assistance.give since 2026-11-16 done"],
    ],
    [
      "assistance",
      { type: "audit", askedOn: "2026-11-16" },
      [fact("decline")],
      ["assistance.give since 2026-11-16 set-aside"],
    ],
    [
      "dpo-designation",
      { on: "2026-01-05" },
      [fact("publish")],
      ["dpo-designation.publish since 2026-01-04 done", "dpo-designation.communicate since 2026-01-04"],
    ],
    [
      "procedure",
      {
        lines: [
          { id: part, text: "1", approvedBy: "A", inForceFrom: "2026-01-01", nextReviewOn: "2027-01-01" },
        ],
      },
      [],
      ["procedure.review 2027-01-01"],
    ],
    [
      "procedure",
      {
        lines: [
          { id: part, text: "1", approvedBy: "A", inForceFrom: "2026-01-01", nextReviewOn: "2026-06-01" },
        ],
      },
      [fact("review", { nextOn: "2027-06-01" })],
      ["procedure.review 2027-06-01"],
    ],
    ["cndp-filing", { type: "declaration" }, [], []],
    ["cndp-filing", { type: "declaration" }, [fact("file")], ["cndp-filing.receipt since 2026-11-20"]],
    [
      "cndp-filing",
      { type: "authorisation" },
      [fact("file"), fact("authorise", { detail: "A-1", nextOn: "2028-01-01" })],
      ["cndp-filing.lapse 2028-01-01"],
    ],
  ])("%s %j after %j", (kind, content, facts, planned) => {
    expect(plan(kind, content, facts)).toEqual(planned);
  });

  it("asks an organisation that article 37(7) does not bind for no publication", () => {
    expect(plan("dpo-designation", { on: "2026-01-05" }, [], { isBound: false })).toEqual([]);
  });

  it("has a changed entry notified, and a training that was repeated met", () => {
    const changedSince = { at: NOW, reference: "T-1" };
    const granted = [fact("file"), fact("receive", { detail: "D-1" })];
    expect(plan("cndp-filing", { type: "declaration" }, granted, { changedSince })).toEqual([
      "cndp-filing.notify-change since 2026-11-24",
    ]);
    const held = { on: "2025-11-20", repeatMonths: 12 };
    expect(plan("training", held, [fact("hold", { factOn: "2025-11-20" })], { repeatedAt: NOW })).toEqual([
      "training.repeat 2026-11-20 done",
    ]);
  });
});

it("every kind that is recalled is planned by something above", () => {
  const isWork = (noun: string) => WORK_KINDS.some((kind) => kind === noun);
  expect([...seen].sort()).toEqual(recalledKinds(isWork));
});
