import type { Calendar } from "@/lib/domain/time/controller-calendar";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { isWorkingDay } from "@/lib/domain/time/public-holidays";
import { endOfDay, localParts, startOfDay, todayIn } from "@/lib/domain/time/zones";

const HOUR_MS = 3_600_000;

/** Hours that art. 33(1) names between the controller's awareness and its notification. */
export const AUTHORITY_HOURS = 72;

/**
 * Channels by which a controller learnt of a breach; `acknowledged` proves that a notice came, and moves no
 * instant to a later one. `unproven`: what a contact did whose address nothing proves; it starts the clocks and is no proof.
 */
export type InformedBy =
  "mail-server" | "call" | "portal" | "paper" | "elsewhere" | "acknowledged" | "unproven";

/** Instants are milliseconds of UTC. */
export type Informed = { by: InformedBy; at: number };

/**
 * C0, the instant from which the controller is aware: the earliest of a notice accepted by its mail server, a call, a
 * reading in the portal, or knowledge from elsewhere. Null while nothing proves any; an acknowledgement alone proves that
 * it knew by then.
 */
export function controllerAwareAt(informed: readonly Informed[]): number | null {
  return informed.length === 0 ? null : Math.min(...informed.map(({ at }) => at));
}

/** Earliest instant of which something proves that the controller was aware, art. 33(1); null where nothing does. */
export function provenAwareAt(informed: readonly Informed[]): number | null {
  return controllerAwareAt(informed.filter(({ by }) => by !== "unproven"));
}

/** Earliest thing that a contact of an unproven address did, where nothing proves awareness by then; null where none is. */
export function unprovenOpeningAt(informed: readonly Informed[]): number | null {
  const [earliest, proven] = [controllerAwareAt(informed), provenAwareAt(informed)];
  return earliest === proven ? null : earliest;
}

/**
 * Instant from which a controller's own hours are counted, 33(1). Whether a rectification ended what it knew, and its hours with it, is
 * for the controller and its authority to judge: to be safe they count from the first awareness proven (EDPB 9/2022, §31, to verify).
 * Null where it is not aware now.
 */
export function safeAwareAt(controllerAt: number | null, firstAt: number | null): number | null {
  return controllerAt === null ? null : Math.min(controllerAt, firstAt ?? controllerAt);
}

/** Awareness as it is stated to an authority, art. 33(1). Milliseconds of UTC; null where there is none. */
export type StatedAwareness = {
  /** Rests on proofs alone. */
  controllerAwareAt: number | null;
  /** Earlier opening from an address that nothing proves. */
  openedUnprovenAt: number | null;
};

/** States the awareness that something proves, counted to be safe from the first, and apart from it an unproven opening. */
export function statedAwareness(
  informed: readonly Informed[],
  firstProvenAt: number | null,
): StatedAwareness {
  return {
    controllerAwareAt: safeAwareAt(provenAwareAt(informed), firstProvenAt),
    openedUnprovenAt: unprovenOpeningAt(informed),
  };
}

/** End of a period in hours agreed by contract, from the processor's awareness: elapsed hours, on any day. */
export function contractualDeadline(awareAt: number, hours: number): number {
  return awareAt + hours * HOUR_MS;
}

/**
 * Milliseconds between the processor's awareness and the controller's, by which "without undue delay" of art. 33(2) is
 * judged; until now where the controller is not aware yet. Null where the controller knew first.
 */
export function elapsedUntilInformed(
  awareAt: number,
  controllerAt: number | null,
  now: number,
): number | null {
  const elapsed = (controllerAt ?? now) - awareAt;
  return elapsed < 0 ? null : elapsed;
}

/** Clocks of the controller's own duty, art. 33(1). */
export type AuthorityClocks = {
  /** C0 + 72 hours elapsed: the one that alarms use. */
  target: number;
  /**
   * Regulation 1182/71, art. 3(1) and 3(2)(a), read literally: at most an hour later, shown and never relied
   * on.
   */
  literal1182: number;
  /** True where fewer than two whole working days lie within the period, art. 3(5): disputed for hours, informs only. */
  hasFewWorkingDays: boolean;
};

/** The clocks that run from C0, with the working days and the hours of the controller's calendar. */
export function authorityClocks(controllerAt: number, calendar: Calendar): AuthorityClocks {
  const target = controllerAt + AUTHORITY_HOURS * HOUR_MS;
  return {
    target,
    literal1182: startOfHour(controllerAt, calendar) + (AUTHORITY_HOURS + 1) * HOUR_MS,
    hasFewWorkingDays: wholeWorkingDays(controllerAt, target, calendar) < 2,
  };
}

/** The last full hour on the clock of a zone; some stand half an hour off. */
function startOfHour(instant: number, { zone }: Pick<Calendar, "zone">): number {
  const { minute, second } = localParts(zone, instant);
  return instant - (minute * 60 + second) * 1000 - (((instant % 1000) + 1000) % 1000);
}

/** Working days that lie in a period from midnight to midnight. */
function wholeWorkingDays(from: number, to: number, { zone, holidays }: Calendar): number {
  let count = 0;
  for (let day = todayIn(zone, from); endOfDay(zone, day) < to; day = addDaysToDay(day, 1))
    if (startOfDay(zone, day) >= from && isWorkingDay(day, holidays)) count += 1;
  return count;
}
