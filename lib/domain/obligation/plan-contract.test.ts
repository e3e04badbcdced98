import { describe, expect, it } from "vitest";
import { contractWith } from "@/lib/domain/contract/contract.fixture";
import { CONTRACT_NOUNS, describePlanned, NOW, recalledKinds, ROW } from "./obligation.fixture";
import { planContract } from "./plan-contract";
import { type ContractEndToPlan, type LineToPlan, planContractEnd } from "./plan-contract-end";
import type { Obligation } from "./types";

const seen = new Set<string>();

function listOf(planned: readonly Obligation[]): string[] {
  for (const { kind } of planned) seen.add(kind);
  return describePlanned(planned);
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
    row: ROW,
    state: "open",
    closedAt: null,
    startedAt: NOW,
    endedOn: "2026-10-31",
    fateDays: 30,
    lines: [],
  };
  const LINE: LineToPlan = {
    id: "line",
    kind: "backup",
    state: "waiting",
    answer: "purge-dated",
    title: "CRM",
    purgeOn: "2026-12-15",
    untilOn: "",
    on: "",
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

it("every kind that is recalled is planned by something above", () => {
  expect([...seen].sort()).toEqual(recalledKinds((noun) => CONTRACT_NOUNS.includes(noun)));
});
