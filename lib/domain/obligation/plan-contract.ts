import { termOn } from "@/lib/domain/contract/term";
import type { Contract, Instructor } from "@/lib/domain/contract/types";
import { daysBetween } from "@/lib/domain/time/calendar-day";
import { instantOfDay, type Obligation, obligationOf, onDay, type Row, todayAtHome } from "./types";

/** Days before its end from which a mandate to instruct is in sight. */
const MANDATE_AHEAD_DAYS = 90;

export type ContractToPlan = { row: Row; contract: Contract; instructors: readonly Instructor[] };

export function planContract({ row, contract, instructors }: ContractToPlan, now: number): Obligation[] {
  const today = todayAtHome(now);
  return [
    ...planTerm(row, contract, today),
    ...planFacts(row, contract, today),
    ...(isBinding(contract, today) ? planMandates(row, instructors, today) : []),
  ];
}

function planTerm(row: Row, contract: Contract, today: string): Obligation[] {
  const status = termOn(contract, today);
  switch (status.kind) {
    case "not-begun":
    case "open-ended":
    case "ended":
      return [];
    case "expired":
      return [obligationOf(row, "contract.expired", onDay(status.ends))];
    case "renews-tomorrow":
      return [obligationOf(row, "contract.renewal", onDay(status.ends))];
    case "running":
    case "notice-closing":
      return [
        obligationOf(row, status.renews ? "contract.renewal" : "contract.end", onDay(status.ends)),
        ...(status.noticeCloses ? [obligationOf(row, "contract.notice", onDay(status.noticeCloses))] : []),
      ];
  }
}

/** Lists what is met by a recorded fact: the end, and notice. */
function planFacts(row: Row, { endedOn, noticeGivenOn }: Contract, today: string): Obligation[] {
  const done: Obligation[] = [];
  if (endedOn !== null && endedOn <= today)
    done.push(obligationOf(row, "contract.end", onDay(endedOn), { doneAt: instantOfDay(endedOn) }));
  if (noticeGivenOn !== null && noticeGivenOn <= today)
    done.push(
      obligationOf(row, "contract.notice", onDay(noticeGivenOn), { doneAt: instantOfDay(noticeGivenOn) }),
    );
  return done;
}

function isBinding(contract: Contract, today: string): boolean {
  const { kind } = termOn(contract, today);
  return kind !== "ended" && kind !== "expired" && kind !== "not-begun";
}

/** A power to instruct that ends, art. 28(3)(a): who follows must be named; one that is over asks for nothing more. */
function planMandates(row: Row, instructors: readonly Instructor[], today: string): Obligation[] {
  return instructors.flatMap(({ id, name, until }) => {
    if (until === null || until < today || daysBetween(today, until) > MANDATE_AHEAD_DAYS) return [];
    return [obligationOf(row, "contract.mandate", onDay(until), { part: id, about: name })];
  });
}
