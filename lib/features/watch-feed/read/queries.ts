import { z } from "zod";
import { ENTRY_VIEWS, type EntryQuery, type EntryView } from "@/lib/features/watch-feed/schema";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { countViews, keysIn, ROWS_ASKED } from "@/lib/platform/read/list-page";
import type { Reader } from "@/lib/platform/read/reader";

const feedSelect = {
  id: true,
  url: true,
  name: true,
  title: true,
  readAt: true,
  failedAt: true,
  failure: true,
  failureStatus: true,
  addedByName: true,
  endedAt: true,
  endedByName: true,
  createdAt: true,
} satisfies Prisma.WatchFeedSelect;

export type FeedRow = Prisma.WatchFeedGetPayload<{ select: typeof feedSelect }>;

/** Finds every feed, those that are followed first. */
export function findFeeds(tx: Tx): Promise<FeedRow[]> {
  return tx.watchFeed.findMany({
    select: feedSelect,
    orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { createdAt: "asc" }, { id: "asc" }],
  });
}

/** Finds a feed that is followed. */
export function findFollowedFeed(tx: Tx, id: string): Promise<FeedRow | null> {
  return tx.watchFeed.findFirst({ where: { id, endedAt: null }, select: feedSelect });
}

export type EntryRow = {
  id: string;
  title: string;
  url: string;
  publishedOn: string;
  state: EntryView;
  feed: string;
  workId: string | null;
  workReference: string | null;
  decidedByName: string;
};

const cursorSchema = z.tuple([z.uuid()]);

/** Lists the latest found first: ids are in the order of their making. Returns one extra row, to detect a next page. */
export function findEntryPage(reader: Reader, { view, after }: EntryQuery): Promise<EntryRow[]> {
  const last = keysIn(after, cursorSchema);
  const beyond = last ? Prisma.sql`AND e.id < ${last[0]}::uuid` : Prisma.empty;
  return reader.$queryRaw`
    SELECT e.id, e.title, e.url, e.published_on AS "publishedOn", e.state,
      coalesce(nullif(f.name, ''), nullif(f.title, ''), f.url) AS feed, e.work_id AS "workId",
      w.reference AS "workReference", e.decided_by_name AS "decidedByName"
    FROM watch_entry e JOIN watch_feed f ON f.org_id = e.org_id AND f.id = e.feed_id
    LEFT JOIN dpo_work w ON w.org_id = e.org_id AND w.id = e.work_id
    WHERE e.state = ${view} ${beyond} ORDER BY e.id DESC LIMIT ${ROWS_ASKED}`;
}

export function countEntries(reader: Reader): Promise<Record<EntryView, number>> {
  return countViews(reader, ENTRY_VIEWS, (view) => Prisma.sql`FROM watch_entry WHERE state = ${view}`);
}
