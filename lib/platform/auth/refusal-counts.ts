import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { entryText } from "@/lib/domain/journal/event";
import { networkOf } from "@/lib/platform/auth/device";
import { appendToJournal } from "@/lib/platform/journal/append";
import { countRefusedSignIn, REFUSED_SIGN_IN as PREFIX } from "@/lib/platform/request/rate-limit";
import { PLATFORM, withAuth, type Tx } from "@/lib/platform/database/transaction";

const HOUR = 3_600_000;
/** Refusals of an hour that are entries of their own: of one network, and of all together. More are counted. */
const OF_A_NETWORK = { tries: 30, windowMs: 2 * HOUR };
const OF_ALL = { tries: 600, windowMs: 2 * HOUR };
/** Networks named in the entry that tells how many more there were. */
const NAMED = 10;
/** Stands among the networks of an hour, and is none. */
const WRITTEN = "written";

/**
 * Counts a refused sign-in, or a letter asked for by whom none is sent to, and says whether it is an entry of the journal: nothing can be deleted from there, and
 * anybody can be refused as often as they like.
 */
export async function isRefusalJournalled(address: string, now: Date): Promise<boolean> {
  const hour = `${PREFIX}${hourOf(now)}:` as const;
  if (!(await countRefusedSignIn(`${hour}${networkOf(address)}`, OF_A_NETWORK, now))) return false;
  return countRefusedSignIn(`${hour}${WRITTEN}`, OF_ALL, now);
}

/** Appends an entry for each past hour that had more refusals than it has entries. */
export async function journalRefusalCounts(now: Date): Promise<void> {
  await withAuth(PLATFORM, async (tx) => {
    const hours = await collectCounts(tx, now);
    const entries = [...hours]
      .sort(([a], [b]) => a.localeCompare(b))
      .flatMap(([hour, of]) => {
        const after = summaryOf(hour, of);
        if (after.refused <= after.written) return [];
        const subject = { noun: "account" as const, id: null };
        return [
          entryText({ event: "sign-in.refusals-counted", subject, after }, { kind: "person", id: null }, now),
        ];
      });
    if (entries.length > 0) await appendToJournal(tx, PLATFORM_CHAIN, entries);
  });
}

type Count = { network: string; count: number };

/** The counts of past hours, taken away: of two processes that sum up at once, one finds them. */
async function collectCounts(tx: Tx, now: Date): Promise<Map<string, Count[]>> {
  const rows = await tx.$queryRaw<{ key: string; count: number }[]>`
    DELETE FROM rate_limit WHERE key LIKE ${`${PREFIX}%`} AND key < ${PREFIX + hourOf(now)} RETURNING key, count`;
  const hours = new Map<string, Count[]>();
  for (const { key, count } of rows) {
    const [hour = "", ...network] = key.slice(PREFIX.length).split(":");
    hours.set(hour, [...(hours.get(hour) ?? []), { network: network.join(":"), count }]);
  }
  return hours;
}

function summaryOf(hour: string, counts: readonly Count[]) {
  const networks = counts
    .filter(({ network }) => network !== WRITTEN)
    .sort((a, b) => b.count - a.count || a.network.localeCompare(b.network));
  const refused = networks.reduce((sum, { count }) => sum + count, 0);
  const tried = counts.find(({ network }) => network === WRITTEN)?.count ?? 0;
  return {
    from: new Date(Number(hour) * HOUR).toISOString(),
    refused,
    written: Math.min(tried, OF_ALL.tries),
    networks: networks.length,
    most: networks.slice(0, NAMED),
  };
}

/** Hours since 1970, with as many digits for the next ten thousand years. */
function hourOf(now: Date): string {
  return String(Math.floor(now.getTime() / HOUR));
}
