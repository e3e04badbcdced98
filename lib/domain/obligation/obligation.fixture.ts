import { OBLIGATION_KINDS, ruleOf } from "./rules";
import type { Due, Obligation, Row } from "./types";

export const NOW = Date.parse("2026-11-24T10:00:00Z");

/** A row as planners are given it. */
export const ROW: Row = {
  subject: { id: "row", reference: "R-001" },
  controller: { id: "controller", name: "Orvelle SAS" },
  path: "/rows/row",
  version: 3,
  changedAt: NOW,
};

/** Kind, date and how it ended, of each: "contract.notice 2026-09-30 done", "watch-item.task 2026-12-01 void". */
export function describePlanned(planned: readonly Obligation[]): string[] {
  return planned.map(({ kind, due, doneAt, ending }) =>
    [kind, dateOf(due), doneAt === null ? "" : ending === "met" ? "done" : ending].filter(Boolean).join(" "),
  );
}

function dateOf(due: Due): string {
  if (due.type === "day") return due.day;
  return `${due.type === "since" ? "since " : ""}${new Date(due.at).toISOString().slice(0, 10)}`;
}

/** Kinds that are recalled, of the nouns that pass. A gap has no date, and is planned where it is found. */
export function recalledKinds(passes: (noun: string) => boolean): string[] {
  return OBLIGATION_KINDS.filter((kind) => passes(ruleOf(kind).noun) && ruleOf(kind).leads.length > 0).sort();
}

/** Nouns whose plans have a test of their own. */
export const CONTRACT_NOUNS: readonly string[] = ["contract", "contract-end"];
