import type { OrgScope } from "@/lib/domain/access/scope";
import { countPressing } from "@/lib/domain/obligation/list";
import type { ObligationNoun } from "@/lib/domain/obligation/rules";
import type { Duty } from "@/lib/domain/obligation/types";
import type { Locale } from "@/lib/i18n/locale";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { findDuties } from "./queries";

/** Milliseconds for which a list holds without an entry of the journal: a job may reassess gaps without one. */
const HOLDS_MS = 60_000;
/** Limits how many lists a process remembers. */
const MOST = 200;
/** Days looked ahead for reviews of entries. */
const AHEAD_DAYS = 31;

type Cached = { head: string; slot: number; duties: Duty[] };
export type DutiesAsked = { nouns: readonly ObligationNoun[]; now: Date; locale: Locale };

const cached = new Map<string, Cached>();

/**
 * Reads everything owed now and in the coming month: one list for the morning's page and for the number of every page, so that
 * they cannot differ. It is read again once the journal's head has moved or a minute has passed.
 */
export async function readCurrentDuties(scope: OrgScope, asked: DutiesAsked): Promise<readonly Duty[]> {
  const [head] = await readerFor(scope).$queryRaw<{ seq: string }[]>`SELECT seq::text FROM journal_head`;
  return dutiesAt(scope, head?.seq ?? "", asked);
}

/** Exported for what knows the head. */
export async function dutiesAt(
  scope: OrgScope,
  head: string,
  { nouns, now, locale }: DutiesAsked,
): Promise<readonly Duty[]> {
  const key = [scope.org, scope.scope, locale, ...nouns].join(" ");
  const slot = Math.floor(now.getTime() / HOLDS_MS);
  const known = cached.get(key);
  if (known && known.head === head && known.slot === slot) return known.duties;
  const asked = { now, nouns, locale, ahead: AHEAD_DAYS };
  const duties = await readInScope(scope, (tx) => findDuties(tx, asked));
  store(key, { head, slot, duties });
  return duties;
}

/** Counts what presses: the one number of the sidebar. */
export async function countPressingOf(scope: OrgScope, asked: DutiesAsked): Promise<number> {
  return countPressing(await readCurrentDuties(scope, asked), asked.now.getTime());
}

/** Controllers that some obligation concerns, by name. */
export function controllersOf(all: readonly Duty[]) {
  const byId = new Map(all.flatMap(({ controller }) => (controller ? [[controller.id, controller]] : [])));
  return [...byId.values()].toSorted((one, other) => one.name.localeCompare(other.name, "fr"));
}

function store(key: string, held: Cached): void {
  cached.delete(key);
  cached.set(key, held);
  const [oldest] = cached.keys();
  if (cached.size > MOST && oldest !== undefined) cached.delete(oldest);
}
