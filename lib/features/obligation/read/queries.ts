import type { Actor } from "@/lib/domain/access/actor";
import { can } from "@/lib/domain/nouns/policy";
import { OBLIGATION_NOUNS, type ObligationNoun } from "@/lib/domain/obligation/rules";
import { type Duty, type Obligation, todayAtHome } from "@/lib/domain/obligation/types";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { SOURCES } from "./sources";

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

/** Every date of some nouns within the scope: what list, calendar, count, feed and reminders are made of. */
export async function findObligations(
  tx: Tx,
  { now, locale, nouns, ahead = AHEAD_DAYS }: Asked,
): Promise<Obligation[]> {
  const library = await translator(locale, "measure-library");
  const asked = {
    now: now.getTime(),
    until: addDaysToDay(todayAtHome(now.getTime()), ahead),
    doneSince: doneSinceOf(now),
    measureTitle: (code: string) => library(`entries.${code}.title`),
  };
  const found: Obligation[] = [];
  // Asks one after the other: a unit of work has one connection.
  for (const noun of nouns) found.push(...((await SOURCES[noun].find?.(tx, asked)) ?? []));
  return found;
}

/** Finds everything owed: every date, and present gaps. Today, list and count read it. */
export async function findDuties(tx: Tx, asked: Asked): Promise<Duty[]> {
  const found: Duty[] = await findObligations(tx, asked);
  const words = await translator(asked.locale, "obligation");
  const lacks = {
    ...{ now: asked.now, day: todayAtHome(asked.now.getTime()), doneSince: doneSinceOf(asked.now) },
    countRecords: (count: number) => words("records", { count }),
    countPoints: (count: number) => words("points", { count }),
    countSubProcessors: (count: number) => words("subProcessors", { count }),
    countLetters: (count: number) => words("letters", { count }),
  };
  for (const noun of asked.nouns) {
    found.push(...((await SOURCES[noun].findLacks?.(tx, lacks)) ?? []));
    found.push(...((await SOURCES[noun].findClosed?.(tx, lacks)) ?? []));
  }
  return found;
}

function doneSinceOf(now: Date): Date {
  return new Date(now.getTime() - DONE_DAYS * DAY_MS);
}
