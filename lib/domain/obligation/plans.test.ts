import { readContent } from "@/lib/domain/dpo-work/content";
import type { WorkKind } from "@/lib/domain/dpo-work/kinds";
import { planWork, type RecordedFact, type WorkToPlan } from "./plan-dpo-work";
import { describe, expect, it } from "vitest";
import { contractWith } from "@/lib/domain/contract/contract.fixture";
import type { StoredAuthorisation } from "@/lib/domain/authorisation/request-status";
import { NOW, ROW } from "./obligation.fixture";
import { planAuthorisation } from "./plan-authorisation";
import { planContract } from "./plan-contract";
import { type ContractEndToPlan, type LineToPlan, planContractEnd } from "./plan-contract-end";
import { type InstructionToPlan, planInstruction } from "./plan-instruction";
import { planContact, planInvitation, planThread } from "./plan-people";
import { planMeasureReview, planOrganisation, planRecordReview } from "./plan-reviews";
import { planSubProcessor } from "./plan-sub-processor";
import { planTransfer, type TransferToPlan } from "./plan-transfer";
import { obligationKey, OBLIGATION_KINDS, ruleOf } from "./rules";
import type { Due, Obligation } from "./types";

const DAY = 86_400_000;
const seen = new Set<string>();

/** Kind, date and whether it is met: "contract.notice 2026-09-30". */
function listOf(planned: readonly Obligation[]): string[] {
  return planned.map(({ kind, due, doneAt }) => {
    seen.add(kind);
    return [kind, dateOf(due), doneAt === null ? "" : "done"].filter(Boolean).join(" ");
  });
}

function dateOf(due: Due): string {
  if (due.type === "day") return due.day;
  return `${due.type === "since" ? "since " : ""}${new Date(due.at).toISOString().slice(0, 10)}`;
}

const at = (day: string) => Date.parse(`${day}T10:00:00Z`);

describe("a contract to 31 December 2026, three months' notice", () => {
  const renewing = contractWith();
  const fixed = contractWith({ term: { renewal: "none" } });
  const plan = (contract: typeof renewing, day: string) =>
    listOf(planContract({ row: ROW, contract, instructors: [] }, at(day)));
  it.each<[string, typeof renewing, string, string[]]>([
    ["renews", renewing, "2026-09-30", ["contract.renewal 2026-12-31", "contract.notice 2026-09-30"]],
    ["can no longer be stopped", renewing, "2026-10-01", ["contract.renewal 2026-12-31"]],
    ["renews tomorrow", renewing, "2026-12-31", ["contract.renewal 2026-12-31"]],
    ["has rolled on", renewing, "2027-01-01", ["contract.renewal 2027-12-31", "contract.notice 2027-09-30"]],
    ["ends", fixed, "2026-12-31", ["contract.end 2026-12-31"]],
    ["is over", fixed, "2027-01-01", ["contract.expired 2026-12-31"]],
    ["has not begun", fixed, "2025-01-01", []],
  ])("%s", (_what, contract, day, expected) => expect(plan(contract, day)).toEqual(expected));

  it("whose end is recorded asks for nothing more, and tells that it was done", () => {
    const ended = contractWith({ term: { renewal: "none" } }, { endedOn: "2026-12-31" });
    expect(plan(ended, "2027-01-01")).toEqual(["contract.end 2026-12-31 done"]);
  });

  it("whose notice was given ends, and has nothing left to give", () => {
    const noticed = contractWith({}, { noticeGivenOn: "2026-09-01" });
    expect(plan(noticed, "2026-10-01")).toEqual([
      "contract.end 2026-12-31",
      "contract.notice 2026-09-01 done",
    ]);
  });

  it.each([
    ["2026-11-24", ["contract.mandate 2026-11-24"]],
    ["2027-02-22", ["contract.mandate 2027-02-22"]],
    ["2027-02-23", []],
    ["2026-11-23", []],
  ])("whose instructor may act until %s", (until, expected) => {
    const instructor = {
      id: "i",
      name: "Luc",
      capacity: "",
      email: "",
      power: "annex 3",
      from: "2026-01-01",
      until,
    };
    const planned = planContract({ row: ROW, contract: renewing, instructors: [instructor] }, NOW);
    expect(listOf(planned).filter((line) => line.startsWith("contract.mandate"))).toEqual(expected);
  });
});

describe("the end of a contract", () => {
  const END: ContractEndToPlan = {
    ...{ row: ROW, state: "open", closedAt: null, startedAt: NOW },
    ...{ endedOn: "2026-10-31", fateDays: 30, lines: [] },
  };
  const LINE: LineToPlan = {
    ...{ id: "line", kind: "backup", state: "waiting", answer: "purge-dated" },
    ...{ title: "CRM", purgeOn: "2026-12-15", untilOn: "", on: "" },
  };
  const law = { kind: "retention", state: "settled", answer: "kept-by-law", purgeOn: "" } as const;
  const purged = { state: "settled", answer: "purged", on: "2026-12-16" } as const;
  it.each<[string, Partial<ContractEndToPlan>, string[]]>([
    ["counts the agreed days from the end", {}, ["contract-end.fate 2026-11-30"]],
    ["invents no days where none were agreed", { fateDays: null }, ["contract-end.open since 2026-10-31"]],
    [
      "counts from its opening while no end is recorded",
      { endedOn: null },
      ["contract-end.open since 2026-11-24"],
    ],
    ["is met by the closing", { state: "closed", closedAt: NOW }, ["contract-end.fate 2026-11-30 done"]],
    ["that was called off asks for nothing", { state: "cancelled", lines: [LINE] }, []],
    [
      "has a purge to confirm, also after the closing",
      { state: "closed", closedAt: NOW, lines: [LINE] },
      ["contract-end.fate 2026-11-30 done", "contract-end.purge 2026-12-15"],
    ],
    [
      "tells that the purge was confirmed",
      { lines: [{ ...LINE, ...purged }] },
      ["contract-end.fate 2026-11-30", "contract-end.purge 2026-12-15 done"],
    ],
    [
      "has data that a law keeps until a day",
      { lines: [{ ...LINE, ...law, untilOn: "2030-01-01" }] },
      ["contract-end.fate 2026-11-30", "contract-end.retention 2030-01-01"],
    ],
    [
      "forgets an answer that was taken back",
      { lines: [{ ...LINE, state: "open", answer: "taken-back" }] },
      ["contract-end.fate 2026-11-30"],
    ],
  ])("%s", (_what, change, expected) =>
    expect(listOf(planContractEnd({ ...END, ...change }))).toEqual(expected),
  );
});

describe("an instruction received on 20 November", () => {
  // The hour before midnight UTC is the same day in Casablanca since September 2026.
  const IT: InstructionToPlan = {
    ...{ row: ROW, state: "received", channel: "letter", facts: [] },
    ...{ receivedAt: Date.parse("2026-11-20T23:30:00Z"), effectiveOn: "2026-11-20" },
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
    ...{ regime: "specific", state: "submitted", receivedAt: Date.parse("2026-11-20T22:30:00Z") },
    ...{ days: 10, lapsesAt: null, zone: "Europe/Paris", holidays: new Set() },
  };
  const plan = (
    change: Partial<StoredAuthorisation>,
    day = "2026-11-24",
    isSpokenNo = false,
    decided = false,
  ) =>
    planAuthorisation(
      {
        ...{ row: ROW, asked: { ...ASKED, ...change }, subProcessor: "Transcripta", isSpokenNo },
        ...{ sentAt: at("2026-11-18"), decidedAt: decided ? at("2026-11-23") : null },
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
    ...{ row: ROW, state: "running", importer: "Nejma", country: "MA" },
    ...{ tool: "scc-2021-914", nextReviewOn: "2027-01-10" },
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
    ...{ row: ROW, name: "Transcripta", changes: [] },
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

  it("an entry, a measure, the organisation", () => {
    const review = { row: ROW, activity: "Appels", reviewDueOn: "2026-12-01", reviewedOn: null };
    expect(listOf(planRecordReview(review))).toEqual(["record.review 2026-12-01"]);
    const reviewed = planRecordReview({ ...review, reviewDueOn: "2027-11-24", reviewedOn: "2026-11-24" });
    expect(reviewed.map(({ doneAt }) => doneAt === null)).toEqual([true, false]);
    expect(new Set(reviewed.map(obligationKey)).size).toBe(2);
    expect(listOf([planMeasureReview({ row: ROW, title: "", reviewOn: "2026-02" })])).toEqual([
      "measure.review 2026-02-28",
    ]);
    expect(listOf(planOrganisation({ row: ROW, dataTikaUntil: "2027" }))).toEqual([
      "organisation.data-tika 2027-12-31",
    ]);
    expect(planOrganisation({ row: ROW, dataTikaUntil: "" })).toEqual([]);
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

describe("the DPO's work", () => {
  const fact = (event: string, more: Partial<RecordedFact> = {}): RecordedFact => ({
    ...{ event, part: "", factOn: "2026-11-20", detail: "", reason: "", nextOn: null, amount: null, at: NOW },
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
          ...{ row: ROW, kind, content: readContent(kind, { title: "T", ...content }), facts, about: "" },
          ...{ repeatedAt: null, isBound: true, changedSince: null, ...more },
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

it("every kind that is recalled, but of breaches, is planned by something above", () => {
  // Leaves out gaps: they have no date, and are planned where they are found.
  const recalled = OBLIGATION_KINDS.filter(
    (kind) => ruleOf(kind).noun !== "breach" && ruleOf(kind).leads.length > 0,
  );
  expect([...seen].sort()).toEqual([...recalled].sort());
});
