import { createHash } from "node:crypto";
import { todayIn } from "@/lib/domain/time/zones";
import { newId } from "@/lib/platform/database/ids";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { FeedEntry } from "@/lib/platform/feed/parse-feed";
import { type FeedRead, readFeed } from "@/lib/platform/feed/read-feed";
import type { OutboundPolicy } from "@/lib/platform/outbound/outbound-policy";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";

const HOUR = 3_600_000;
const INTERVAL = 6 * HOUR;
/** Feeds that are read side by side. */
const SIDE_BY_SIDE = 4;

type Claimed = { id: string; url: string; etag: string; lastModified: string };

/**
 * Reads the feeds of an organisation that are due, and returns how many. Each is claimed first, in a transaction of its
 * own, so that two processes do not read one; nothing is fetched inside a transaction.
 */
export async function readDueFeeds(
  ctx: Ctx,
  signal: AbortSignal,
  /** The operator's unless a test states another. */
  policy?: OutboundPolicy,
): Promise<number> {
  if (!isAuthorised(ctx, "watch-feed.fetch")) return 0;
  const claimed = await withOrg(ctx.scope, (tx) => claimDue(tx, ctx.now));
  await Promise.all(claimed.map((feed) => readOne(ctx, feed, { signal, policy })));
  return claimed.length;
}

function claimDue(tx: Tx, now: Date): Promise<Claimed[]> {
  return tx.$queryRaw<Claimed[]>`
    UPDATE watch_feed SET next_read_at = ${new Date(now.getTime() + INTERVAL)}
    WHERE id IN (SELECT id FROM watch_feed WHERE ended_at IS NULL AND next_read_at <= ${now}
      ORDER BY next_read_at LIMIT ${SIDE_BY_SIDE} FOR UPDATE SKIP LOCKED)
    RETURNING id, url, etag, last_modified AS "lastModified"`;
}

async function readOne(
  ctx: Ctx,
  { id, url, etag, lastModified }: Claimed,
  options: { signal: AbortSignal; policy: OutboundPolicy | undefined },
): Promise<void> {
  const read = await readFeed(url, { ...options, etag, lastModified });
  await recordReading(ctx, id, read);
}

/** Writes how a reading went, and proposes what it found. */
export async function recordReading(ctx: Ctx, id: string, read: FeedRead): Promise<void> {
  await withOrg(ctx.scope, async (tx) => {
    const data = await outcomeOf(tx, id, read, ctx.now);
    await tx.watchFeed.updateMany({ where: { id, endedAt: null }, data });
    if (read.kind === "read") await proposeEntries(tx, ctx, id, read.entries);
  });
}

/** Columns that say how the reading went; a failure leaves the instant of the last success. */
async function outcomeOf(tx: Tx, id: string, read: FeedRead, now: Date) {
  if (read.kind === "failed") {
    const before = await tx.watchFeed.findFirst({ where: { id }, select: { failedAt: true, failure: true } });
    const isFirst = before?.failure === "";
    return {
      failure: read.failure,
      failureStatus: read.status,
      failedAt: isFirst ? now : (before?.failedAt ?? now),
      updatedAt: now,
    };
  }
  const success = { readAt: now, failure: "", failureStatus: null, failedAt: null, updatedAt: now };
  if (read.kind === "unchanged") return success;
  const { title, etag, lastModified } = read;
  return { ...success, title, etag: etag.slice(0, 500), lastModified: lastModified.slice(0, 100) };
}

/** Proposes what was not proposed before. The first of the feed has the latest id, by which the list is ordered. */
async function proposeEntries(
  tx: Tx,
  ctx: Ctx,
  feedId: string,
  entries: readonly FeedEntry[],
): Promise<void> {
  const { now, scope } = ctx;
  await tx.watchEntry.createMany({
    data: entries.toReversed().map(({ key, title, url, publishedAt }, index) => ({
      id: newId(new Date(now.getTime() + index)),
      orgId: scope.org,
      feedId,
      key: digestOf(key),
      title,
      url,
      foundAt: now,
      publishedOn:
        publishedAt && publishedAt <= now ? todayIn("Africa/Casablanca", publishedAt.getTime()) : "",
    })),
    skipDuplicates: true,
  });
}

/** Keys are of any length and content; an index holds their digests. */
function digestOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
