import type { OrgScope } from "@/lib/domain/access/scope";
import { countPressing } from "@/lib/domain/obligation/list";
import type { ObligationNoun } from "@/lib/domain/obligation/rules";
import type { Duty } from "@/lib/domain/obligation/types";
import type { Locale } from "@/lib/i18n/locale";
import { HeadCache } from "@/lib/platform/read/head-cache";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { findDuties } from "./queries";

export type DutiesAsked = { nouns: readonly ObligationNoun[]; now: Date; locale: Locale };

const cache = new HeadCache<readonly Duty[]>();

/**
 * Reads everything owed: one list for the morning's page, the list of dates, the calendar and the number of every page,
 * so that they cannot differ.
 */
export function readCurrentDuties(scope: OrgScope, asked: DutiesAsked): Promise<readonly Duty[]> {
  const { locale, nouns, now } = asked;
  return cache.read(scope, [locale, ...nouns].join(" "), now, () =>
    readInScope(scope, (tx) => findDuties(tx, asked)),
  );
}

/** Counts what presses: the one number of the sidebar. */
export async function countPressingOf(scope: OrgScope, asked: DutiesAsked): Promise<number> {
  return countPressing(await readCurrentDuties(scope, asked), asked.now.getTime());
}

const french = new Intl.Collator("fr");

type DutyController = { id: string; name: string };

/** Controllers of each list, found once however often pages ask. */
const controllers = new WeakMap<readonly Duty[], readonly DutyController[]>();

/** Controllers that some obligation concerns, by name. */
export function controllersOf(all: readonly Duty[]): readonly DutyController[] {
  const known = controllers.get(all);
  if (known) return known;
  const byId = new Map<string, DutyController>();
  for (const { controller } of all) if (controller) byId.set(controller.id, controller);
  const found = [...byId.values()].toSorted((one, other) => french.compare(one.name, other.name));
  controllers.set(all, found);
  return found;
}
