import { countPressing } from "@/lib/domain/obligation/list";
import type { ObligationNoun } from "@/lib/domain/obligation/rules";
import type { OrgScope } from "@/lib/domain/access/scope";
import { DEFAULT_LOCALE } from "@/lib/i18n/locale";
import { withOrg } from "@/lib/platform/database/transaction";
import { findObligations } from "./queries";

/** Milliseconds for which a count stands without an entry of the journal: time alone makes things late. */
const STANDS_MS = 5 * 60_000;
/** Limits how many organisations a process remembers. */
const MOST = 2000;

type Cached = { head: string; slot: number; count: number };

const cached = new Map<string, Cached>();

/**
 * Counts what presses, for the sidebar of every page: the same list as the page has, counted again once the journal's
 * head has moved or some minutes have passed.
 */
export async function countPressingOf(
  scope: OrgScope,
  { head, nouns, now }: { head: string; nouns: readonly ObligationNoun[]; now: Date },
): Promise<number> {
  const key = [scope.org, scope.scope, ...nouns].join(" ");
  const slot = Math.floor(now.getTime() / STANDS_MS);
  const known = cached.get(key);
  if (known && known.head === head && known.slot === slot) return known.count;
  const asked = { now, nouns, locale: DEFAULT_LOCALE, ahead: 0 };
  const found = await withOrg(scope, (tx) => findObligations(tx, asked));
  const count = countPressing(found, now.getTime());
  store(key, { head, slot, count });
  return count;
}

function store(key: string, counted: Cached): void {
  cached.delete(key);
  cached.set(key, counted);
  const [oldest] = cached.keys();
  if (cached.size > MOST && oldest !== undefined) cached.delete(oldest);
}
