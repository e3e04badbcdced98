import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { Amendment, Deed, Says } from "./content";
import type { Contract, ContractState } from "./types";

/** What held on a day: the deed with every amendment in force by then. */
export type Standing = {
  state: ContractState;
  deed: Deed;
  /** Ids of those amendments, in the order in which they took effect. */
  amendments: string[];
};

/** The parties, terms, clauses and instruments that held on a calendar date. */
export function contractOn(contract: Contract, day: string): Standing {
  const amendments = effectiveAmendments(contract).filter((amendment) => effectOf(amendment)! <= day);
  return {
    state: stateOn(contract, day),
    deed: amendments.reduce((deed, { says }) => applied(deed, says), contract.content.deed),
    amendments: amendments.map(({ id }) => id),
  };
}

/** Draft → signed → in force → ended, by the dates alone. */
export function stateOn(dates: Omit<Contract, "content">, day: string): ContractState {
  if (dates.endedOn !== null && dates.endedOn <= day) return "ended";
  if (dates.signedOn === null || dates.signedOn > day) return "draft";
  return dates.effectiveOn === null || dates.effectiveOn > day ? "signed" : "in-force";
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

/** One stretch of days over which the same words held; `until` is null for the last. */
export type Period = { from: string; until: string | null; deed: Deed; amendments: string[] };

/** The contract's life cut where its words changed: each day on which it is in force is in exactly one period. */
export function periodsOf(contract: Contract): Period[] {
  const begins = beginningOf(contract);
  if (begins === null) return [];
  const changes = effectiveAmendments(contract).map((amendment) => effectOf(amendment)!);
  const starts = [...new Set([begins, ...changes.filter((day) => day > begins)])].filter(
    (day) => contract.endedOn === null || day < contract.endedOn,
  );
  return starts.map((from, index) => {
    const { deed, amendments } = contractOn(contract, from);
    const next = starts[index + 1];
    const stops = next ?? contract.endedOn;
    return { from, until: stops === null ? null : addDaysToDay(stops, -1), deed, amendments };
  });
}

/** The deed with what an amendment says in its place; what it leaves unsaid stands. */
export function applied(deed: Deed, says: Says): Deed {
  return {
    parties: { ...deed.parties, ...says.parties },
    object: { ...deed.object, ...says.object },
    term: { ...deed.term, ...says.term },
    terms: { ...deed.terms, ...says.terms },
    instruments: { ...deed.instruments, ...says.instruments },
    clauses: { ...deed.clauses, ...says.clauses },
  };
}

/** The deed on which an amendment builds: what stands the moment before it, or would, were it signed last. */
export function deedBefore(contract: Contract, amendmentId: string): Deed {
  const effective = effectiveAmendments(contract);
  const at = effective.findIndex(({ id }) => id === amendmentId);
  const earlier = at < 0 ? effective : effective.slice(0, at);
  return earlier.reduce((deed, { says }) => applied(deed, says), contract.content.deed);
}

/** Only the fields in which `section` differs from what stood: an amendment says what it changes and no more. */
export function changesTo<S extends object>(stood: S, section: S): Partial<S> | undefined {
  const changed = Object.entries(section).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(stood[field as keyof S]),
  );
  return changed.length === 0 ? undefined : (Object.fromEntries(changed) as Partial<S>);
}

/** Those that change something some day, by that day; of one day, by signature, then as they were entered. */
function effectiveAmendments({ content }: Contract): Amendment[] {
  return content.amendments
    .filter((amendment) => effectOf(amendment) !== null)
    .toSorted((one, other) => order(one).localeCompare(order(other), "en"));
}

function order(amendment: Amendment): string {
  return `${effectOf(amendment)} ${amendment.signedOn}`;
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}
