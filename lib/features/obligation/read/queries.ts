import type { Actor } from "@/lib/domain/access/actor";
import { can } from "@/lib/domain/nouns/policy";
import { OBLIGATION_NOUNS, type ObligationNoun } from "@/lib/domain/obligation/rules";
import type { ReviewBounds } from "@/lib/domain/obligation/review-windows";
import { type Duty, type Obligation, todayAtHome } from "@/lib/domain/obligation/types";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import type { LacksAsked } from "./lacks/asked";
import { SOURCES } from "./sources";
import { doneDay, type SourcePart } from "./sources/asked";

const DAY_MS = 86_400_000;

/** Days for which what was met stays in sight. */
export const DONE_DAYS = 92;
/** Days looked ahead for reviews of entries: the calendar's last month. */
const AHEAD_DAYS = 400;

type Asked = {
  now: Date;
  locale: Locale;
  nouns: readonly ObligationNoun[];
  /** Days looked ahead for reviews of entries. */
  ahead?: number;
};

/** Nouns whose dates an actor may know. */
export function visibleNouns(actor: Actor): ObligationNoun[] {
  return OBLIGATION_NOUNS.filter((noun) => can(actor, SOURCES[noun].needs));
}

/** Every date of some nouns within the scope: what feed and reminders are made of. */
export async function findObligations(tx: Tx, asked: Asked): Promise<Obligation[]> {
  const found: Obligation[] = [];
  // Asks one after the other: a unit of work has one connection.
  for (const noun of asked.nouns) found.push(...(await findDatesOf(tx, noun, asked)));
  return found;
}

/** Finds everything owed: every date, and present gaps. */
export async function findDuties(tx: Tx, asked: Asked): Promise<Duty[]> {
  const found: Duty[] = await findObligations(tx, asked);
  for (const noun of asked.nouns)
    for (const part of ["lacks", "closed"] as const) found.push(...(await findPart(tx, [noun, part], asked)));
  return found;
}

/** Noun whose dates are reviews of entries: a register has as many as entries, and pages read theirs alone. */
export const REVIEWED: ObligationNoun = "processing-record";

/** Finds one part of what a noun owes. */
export async function findPart(
  tx: Tx,
  [noun, part]: readonly [ObligationNoun, SourcePart],
  asked: Asked,
): Promise<Duty[]> {
  if (part === "dates") return findDatesOf(tx, noun, asked);
  const find = part === "lacks" ? SOURCES[noun].findLacks : SOURCES[noun].findClosed;
  return (await find?.(tx, await lacksAskedAt(asked))) ?? [];
}

/** Bounds of the reviews that lists show at an instant. */
export function reviewBoundsAt(now: Date): ReviewBounds {
  return {
    until: addDaysToDay(todayAtHome(now.getTime()), AHEAD_DAYS),
    doneFrom: doneDay({ doneSince: doneSinceOf(now) }),
  };
}

async function findDatesOf(
  tx: Tx,
  noun: ObligationNoun,
  { now, locale, ahead = AHEAD_DAYS }: Asked,
): Promise<Obligation[]> {
  const library = await translator(locale, "measure-library");
  const asked = {
    now: now.getTime(),
    until: addDaysToDay(todayAtHome(now.getTime()), ahead),
    doneSince: doneSinceOf(now),
    measureTitle: (code: string) => library(`entries.${code}.title`),
  };
  return (await SOURCES[noun].find?.(tx, asked)) ?? [];
}

/** Facts that a lack is judged by at an instant, with the words of counts. */
export async function lacksAskedAt({ now, locale }: Pick<Asked, "now" | "locale">): Promise<LacksAsked> {
  const words = await translator(locale, "obligation");
  return {
    now,
    day: todayAtHome(now.getTime()),
    doneSince: doneSinceOf(now),
    countRecords: wordOnce((count) => words("records", { count })),
    countPoints: wordOnce((count) => words("points", { count })),
    countSubProcessors: wordOnce((count) => words("subProcessors", { count })),
    countLetters: wordOnce((count) => words("letters", { count })),
  };
}

/** Words each number once: hundreds of controllers have the same few. */
function wordOnce(word: (count: number) => string): (count: number) => string {
  const known = new Map<number, string>();
  return (count) => {
    const said = known.get(count) ?? word(count);
    known.set(count, said);
    return said;
  };
}

function doneSinceOf(now: Date): Date {
  return new Date(now.getTime() - DONE_DAYS * DAY_MS);
}
