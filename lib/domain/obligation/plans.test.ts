import { describe, expect, it } from "vitest";
import { WORK_KINDS } from "@/lib/domain/dpo-work/kinds";
import type { StoredAuthorisation } from "@/lib/domain/authorisation/request-status";
import { CONTRACT_NOUNS, describePlanned, NOW, recalledKinds, ROW } from "./obligation.fixture";
import { planAuthorisation } from "./plan-authorisation";
import { type InstructionToPlan, planInstruction } from "./plan-instruction";
import { planContact, planInvitation, planThread } from "./plan-people";
import { planMeasureReview, planRecordReview } from "./plan-reviews";
import { planSubProcessor } from "./plan-sub-processor";
import { planTransfer, type TransferToPlan } from "./plan-transfer";
import { obligationKey } from "./rules";
import type { Obligation } from "./types";

const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T10:00:00Z`);
const seen = new Set<string>();

function listOf(planned: readonly Obligation[]): string[] {
  for (const { kind } of planned) seen.add(kind);
  return describePlanned(planned);
}

describe("an instruction received on 20 November", () => {
  // The hour before midnight UTC is the same day in Casablanca since September 2026.
  const IT: InstructionToPlan = {
    row: ROW,
    state: "received",
    channel: "letter",
    facts: [],
    receivedAt: Date.parse("2026-11-20T23:30:00Z"),
    effectiveOn: "2026-11-20",
  };
  const check = { event: "check", on: "2026-11-21" } as const;
  const contest = { event: "contest", on: "2026-11-22" } as const;
  const confirm = { event: "confirm", on: "2026-11-23" } as const;
  it.each<[string, Partial<InstructionToPlan>, string[]]>([
    ["is checked without delay", {}, ["instruction.check since 2026-11-20"]],
    ["is checked before it takes effect", { effectiveOn: "2026-12-01" }, ["instruction.check 2026-12-01"]],
    [
      "is decided once it was checked",
      { state: "checked", facts: [check] },
      ["instruction.check since 2026-11-20 done", "instruction.decide since 2026-11-20"],
    ],
    [
      "awaits the controller once it was contested",
      { state: "contested", facts: [check, contest] },
      ["instruction.decide since 2026-11-20 done", "instruction.reply since 2026-11-22"],
    ],
    [
      "that was confirmed is done",
      { state: "confirmed", facts: [check, contest, confirm] },
      ["instruction.reply since 2026-11-22 done"],
    ],
    ["that was withdrawn at once asks for nothing", { state: "withdrawn" }, []],
    [
      "by telephone is confirmed in writing",
      { channel: "telephone" },
      ["instruction.check since 2026-11-20", "instruction.writing since 2026-11-20"],
    ],
    [
      "by telephone, once written, is",
      { channel: "telephone", facts: [{ event: "confirm-in-writing", on: "2026-11-23" }] },
      ["instruction.check since 2026-11-20", "instruction.writing since 2026-11-20 done"],
    ],
    ["by telephone and withdrawn needs no writing", { channel: "telephone", state: "withdrawn" }, []],
  ])("%s", (_what, change, expected) =>
    expect(listOf(planInstruction({ ...IT, ...change }))).toEqual(expected),
  );
});

describe("a request received on 20 November in Paris, ten days", () => {
  const ASKED: StoredAuthorisation = {
    regime: "specific",
    state: "submitted",
    receivedAt: Date.parse("2026-11-20T22:30:00Z"),
    days: 10,
    lapsesAt: null,
    zone: "Europe/Paris",
    holidays: new Set(),
  };
  const plan = (
    change: Partial<StoredAuthorisation>,
    day = "2026-11-24",
    isSpokenNo = false,
    decided = false,
  ) =>
    planAuthorisation(
      {
        row: ROW,
        asked: { ...ASKED, ...change },
        subProcessor: "Transcripta",
        isSpokenNo,
        sentAt: at("2026-11-18"),
        decidedAt: decided ? at("2026-11-23") : null,
      },
      at(day),
    );
  const general = { regime: "general", state: "notified" } as const;
  it.each<[string, Parameters<typeof plan>, string[]]>([
    ["awaits the answer until the end of the day there", [{}], ["authorisation.answer 2026-11-30"]],
    ["is refused by silence", [{}, "2026-12-01"], ["authorisation.expired 2026-11-30"]],
    [
      "has no period before its receipt is shown",
      [{ receivedAt: null }],
      ["authorisation.receipt since 2026-11-18"],
    ],
    ["general, awaits an objection", [general], ["authorisation.answer 2026-11-30"]],
    [
      "general without days needs a confirmation",
      [{ ...general, days: null }],
      ["authorisation.confirmation since 2026-11-20"],
    ],
    [
      "general whose contract lapsed needs one since then",
      [{ ...general, lapsesAt: at("2026-11-22") }],
      ["authorisation.confirmation since 2026-11-22"],
    ],
    [
      "that was approved is done",
      [{ state: "approved" }, "2026-11-24", false, true],
      ["authorisation.answer since 2026-11-23 done"],
    ],
    [
      "refused by telephone is to be confirmed",
      [{ state: "refused" }, "2026-11-24", true, true],
      ["authorisation.written-no since 2026-11-23"],
    ],
    ["not yet sent asks for nothing", [{ state: "draft" }], []],
  ])("%s", (_what, args, expected) => expect(listOf(plan(...args))).toEqual(expected));

  it("falls due in the controller's zone", () => {
    expect(plan({})[0]!.due).toMatchObject({ type: "day", zone: "Europe/Paris" });
  });
});

describe("a transfer", () => {
  const IT: TransferToPlan = {
    row: ROW,
    state: "running",
    importer: "Nejma",
    country: "MA",
    tool: "scc-2021-914",
    nextReviewOn: "2027-01-10",
  };
  it.each<[string, Partial<TransferToPlan>, string[]]>([
    ["is reviewed", {}, ["transfer.review 2027-01-10"]],
    ["without a date has none", { nextReviewOn: null }, []],
    ["that was suspended asks for nothing", { state: "suspended" }, []],
    [
      "rests on a decision that ends",
      { country: "GB", tool: "adequacy", nextReviewOn: null },
      ["transfer.adequacy 2031-12-27"],
    ],
    ["rests on a decision without end", { country: "CH", tool: "adequacy", nextReviewOn: null }, []],
  ])("%s", (_what, change, expected) =>
    expect(listOf(planTransfer({ ...IT, ...change }, NOW))).toEqual(expected),
  );
});

describe("what has one date", () => {
  const certification = {
    kind: "iso-27001",
    reference: "C-1",
    issuer: "",
    validUntil: "2027-03-01",
  } as never;
  const it_ = {
    row: ROW,
    name: "Transcripta",
    changes: [],
    content: {
      contract: { endsOn: "2027-01-31" } as never,
      service: { endsOn: "2027-02-28" } as never,
      guarantees: { certifications: [certification] },
    },
  };
  it("a sub-processor: its contract, service and certifications", () => {
    expect(listOf(planSubProcessor(it_))).toEqual([
      "sub-processor.contract-end 2027-01-31",
      "sub-processor.service-end 2027-02-28",
      "sub-processor.certification 2027-03-01",
    ]);
  });

  it("a change of the list, for each controller that agreed to another", () => {
    const change = (id: string) => ({
      controller: { id, name: id },
      authorisationId: `a-${id}`,
      since: NOW - DAY,
    });
    const none = {
      contract: { endsOn: null },
      service: { endsOn: null },
      guarantees: { certifications: [] },
    };
    const planned = planSubProcessor({ ...it_, content: none as never, changes: [change("o"), change("v")] });
    expect(listOf(planned)).toEqual(Array(2).fill("sub-processor.notify since 2026-11-23"));
    expect(planned.map(({ controller, path }) => [controller?.name, path])).toEqual([
      ["o", "/authorisations/a-o"],
      ["v", "/authorisations/a-v"],
    ]);
    expect(new Set(planned.map(obligationKey)).size).toBe(2);
  });

  it("an entry, a measure", () => {
    const review = { row: ROW, activity: "Appels", reviewDueOn: "2026-12-01", reviewedOn: null };
    expect(listOf(planRecordReview(review))).toEqual(["record.review 2026-12-01"]);
    const reviewed = planRecordReview({ ...review, reviewDueOn: "2027-11-24", reviewedOn: "2026-11-24" });
    expect(reviewed.map(({ doneAt }) => doneAt === null)).toEqual([true, false]);
    expect(new Set(reviewed.map(obligationKey)).size).toBe(2);
    expect(listOf([planMeasureReview({ row: ROW, title: "", reviewOn: "2026-02" })])).toEqual([
      "measure.review 2026-02-28",
    ]);
  });

  const expiresAt = new Date(NOW + 3 * DAY);
  const open = { expiresAt, acceptedAt: null };
  it("an invitation, until it is accepted or ended", () => {
    const contact = (facts: object, isArchived = false) =>
      listOf(
        planContact({ row: ROW, name: "", isArchived, facts: { ...open, endedAt: null, ...facts } }, NOW),
      );
    expect(contact({})).toEqual(["contact.invitation 2026-11-27"]);
    expect(contact({ acceptedAt: new Date(NOW) })).toEqual(["contact.invitation 2026-11-27 done"]);
    expect(contact({ endedAt: new Date(NOW) })).toEqual([]);
    expect(contact({}, true)).toEqual([]);
    const member = (facts: object) =>
      listOf(planInvitation({ row: ROW, name: "", facts: { ...open, withdrawnAt: null, ...facts } }, NOW));
    expect(member({})).toEqual(["invitation.expiry 2026-11-27"]);
    expect(member({ withdrawnAt: new Date(NOW) })).toEqual([]);
  });

  it("a thread that awaits the organisation", () => {
    expect(listOf(planThread({ row: ROW, state: "with-processor", since: NOW - DAY }))).toEqual([
      "thread.answer since 2026-11-23",
    ]);
    expect(planThread({ row: ROW, state: "with-controller", since: NOW })).toEqual([]);
  });
});

it("every kind that is recalled, but of nouns with a test of their own, is planned by something above", () => {
  const elsewhere = ["breach", "choice", "consultation", "rights-request", ...CONTRACT_NOUNS, ...WORK_KINDS];
  expect([...seen].sort()).toEqual(recalledKinds((noun) => !elsewhere.includes(noun)));
});
