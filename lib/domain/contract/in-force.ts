import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { Amendment, ContractTermsDocument, ClauseAnswers } from "./content";
import { lastDayOf } from "./term-end";
import type { Contract, ContractState } from "./types";

/** Contract terms on a day: the document with every amendment in force by then. */
export type ContractTerms = {
  state: ContractState;
  contractTerms: ContractTermsDocument;
  /** Ids of those amendments, in the order in which they took effect. */
  amendments: string[];
};

/** The parties, terms, clauses and instruments that held on a calendar date. */
export function contractOn(contract: Contract, day: string): ContractTerms {
  const amendments = effectiveAmendments(contract).filter(({ effect }) => effect <= day);
  const contractTerms = amendments.reduce(
    (previous, { says }) => applied(previous, says),
    contract.content.deed,
  );
  return {
    state: stateUnder(contract, contractTerms.term, day),
    contractTerms,
    amendments: amendments.map(({ id }) => id),
  };
}

/** Draft → signed → in force → expired → ended, by the dates and by the term that held on the day. */
export function stateOn(contract: Contract, day: string): ContractState {
  return contractOn(contract, day).state;
}

/** A term that is over and that nothing renewed binds no more from the next day on, 28(3), until an amendment extends it. */
function stateUnder(
  dates: Omit<Contract, "content">,
  term: ContractTermsDocument["term"],
  day: string,
): ContractState {
  if (dates.endedOn !== null && dates.endedOn <= day) return "ended";
  if (dates.signedOn === null || dates.signedOn > day) return "draft";
  if (dates.effectiveOn === null || dates.effectiveOn > day) return "signed";
  const lastDay = lastDayOf(term, dates.noticeGivenOn);
  return lastDay !== null && lastDay < day ? "expired" : "in-force";
}

/** The first day on which the contract bound the parties: nothing binds before it is signed. */
export function beginningOf({ signedOn, effectiveOn }: Pick<Contract, "signedOn" | "effectiveOn">) {
  return later(signedOn, effectiveOn);
}

/** The first day on which an amendment changes anything; null while it is not signed or has no date, or by mistake. */
export function effectOf({
  signedOn,
  effectiveOn,
  withdrawn,
}: Pick<Amendment, "signedOn" | "effectiveOn" | "withdrawn">) {
  return withdrawn ? null : later(signedOn, effectiveOn);
}

/** Stretch of days with unchanged terms; `until` is null for the last. */
export type Period = {
  from: string;
  until: string | null;
  contractTerms: ContractTermsDocument;
  amendments: string[];
};

/** The contract's life cut where its words changed: each day on which it is in force is in exactly one period. */
export function periodsOf(contract: Contract): Period[] {
  const begins = beginningOf(contract);
  if (begins === null) return [];
  const changes = effectiveAmendments(contract).map(({ effect }) => effect);
  const starts = [...new Set([begins, ...changes.filter((day) => day > begins)])];
  return starts.flatMap((from, index) => {
    const { state, contractTerms, amendments } = contractOn(contract, from);
    if (state !== "in-force") return [];
    const beforeNext = [starts[index + 1], contract.endedOn].map((day) => day && addDaysToDay(day, -1));
    const stops = [...beforeNext, lastDayOf(contractTerms.term, contract.noticeGivenOn)].flatMap(
      (day) => day ?? [],
    );
    return { from, until: stops.toSorted()[0] ?? null, contractTerms, amendments };
  });
}

/** The last of the days without a gap on which a contract binds, from a day on or before it; null: it goes on, or never bound. */
export function bindsUntil(contract: Contract, day: string): string | null {
  const periods = periodsOf(contract);
  const at = periods.findLastIndex(({ from }) => from <= day);
  const goesOn = (period: Period, index: number) =>
    period.until !== null && periods[index + 1]?.from === addDaysToDay(period.until, 1);
  const last = periods
    .slice(Math.max(0, at))
    .find((period, index) => !goesOn(period, Math.max(0, at) + index));
  return last?.until ?? null;
}

/** Contract terms with what an amendment says in its place; what it leaves unsaid stands. */
export function applied(contractTerms: ContractTermsDocument, says: ClauseAnswers): ContractTermsDocument {
  return {
    parties: { ...contractTerms.parties, ...says.parties },
    object: { ...contractTerms.object, ...says.object },
    term: { ...contractTerms.term, ...says.term },
    terms: { ...contractTerms.terms, ...says.terms },
    instruments: { ...contractTerms.instruments, ...says.instruments },
    clauses: { ...contractTerms.clauses, ...says.clauses },
  };
}

/** Contract terms on which an amendment builds: what stands the moment before it, or would, were it signed last. */
export function termsBefore(contract: Contract, amendmentId: string): ContractTermsDocument {
  const effective = effectiveAmendments(contract);
  const at = effective.findIndex(({ id }) => id === amendmentId);
  const earlier = at < 0 ? effective : effective.slice(0, at);
  return earlier.reduce((contractTerms, { says }) => applied(contractTerms, says), contract.content.deed);
}

/** Returns the fields in which `section` differs: an amendment states its changes alone. */
export function changesTo<S extends object>(previous: S, section: S): Partial<S> | undefined {
  const changed = Object.entries(section).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(previous[field as keyof S]),
  );
  return changed.length === 0 ? undefined : (Object.fromEntries(changed) as Partial<S>);
}

/** Amendments in effect by a day; of equal dates, by signature, then in order of entry. */
function effectiveAmendments({ content }: Contract): (Amendment & { effect: string })[] {
  return content.amendments
    .flatMap((amendment) => {
      const effect = effectOf(amendment);
      return effect === null ? [] : { ...amendment, effect };
    })
    .toSorted((one, other) => order(one).localeCompare(order(other), "en"));
}

function order({ effect, signedOn }: Amendment & { effect: string }): string {
  return `${effect} ${signedOn}`;
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}
