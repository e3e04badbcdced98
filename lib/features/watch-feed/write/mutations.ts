import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { type FeedRow, findFollowedFeed } from "@/lib/features/watch-feed/read/queries";
import type { EntryDecision, EntryView, FeedAdd, FeedPlace } from "@/lib/features/watch-feed/schema";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** Feeds that one organisation follows at a time. */
const MOST_FEEDS = 100;

/** Follows an address from now on; the job reads it within a second of the commit. */
export async function addFeed(ctx: Ctx, { url, name }: FeedAdd): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "watch-feed.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const { org } = ctx.scope;
    await tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${org}::uuid FOR NO KEY UPDATE`;
    const followed = await tx.watchFeed.findMany({ where: { endedAt: null }, select: { url: true } });
    if (followed.some((feed) => feed.url === url)) return invalid("url", "followed");
    if (followed.length >= MOST_FEEDS) return invalid("url", "tooManyFeeds", { count: MOST_FEEDS });
    const id = newId(ctx.now);
    const stamps = { createdAt: ctx.now, updatedAt: ctx.now, nextReadAt: ctx.now };
    const { authorName } = recordedBy(ctx);
    await tx.watchFeed.create({ data: { id, orgId: org, url, name, addedByName: authorName, ...stamps } });
    journal.note({ event: "watch-feed.added", subject: subjectOf({ id, url, name }), after: { url, name } });
    return done({ id });
  });
}

/** Reads the address no more; its entries remain. */
export async function endFeed(ctx: Ctx, { id }: FeedPlace): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "watch-feed.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const feed = await findFollowedFeed(tx, id);
    if (!feed) return refuse({ kind: "not-found" });
    const { authorName } = recordedBy(ctx);
    await tx.watchFeed.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: ctx.now, endedByName: authorName, updatedAt: ctx.now },
    });
    const { url, name } = feed;
    journal.note({ event: "watch-feed.ended", subject: subjectOf(feed), before: { url, name } });
    return done({ id });
  });
}

/** Asks for a reading now, outside the interval; changes nothing that is evidence, so nothing is journalled. */
export async function askReading(ctx: Ctx, { id }: FeedPlace): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "watch-feed.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const { count } = await tx.watchFeed.updateMany({
      where: { id, endedAt: null },
      data: { nextReadAt: ctx.now, updatedAt: ctx.now },
    });
    return count === 0 ? refuse({ kind: "not-found" }) : done({ id });
  });
}

/** Sets a proposed entry aside, or proposes it again; one that became a reading remains so. */
export async function decideEntry(
  ctx: Ctx,
  { id, to }: EntryDecision,
): Promise<Outcome<{ view: EntryView }>> {
  if (!isAuthorised(ctx, "watch-feed.decide")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const from = to === "proposed" ? "set-aside" : "proposed";
    const entry = await findEntry(tx, id);
    if (!entry) return refuse({ kind: "not-found" });
    const { authorName } = recordedBy(ctx);
    const { count } = await tx.watchEntry.updateMany({
      where: { id, state: from },
      data: { state: to, decidedAt: ctx.now, decidedByName: authorName },
    });
    // Somebody was faster: the list that follows shows what became of it.
    if (count === 0) return done({ view: from });
    journal.note({
      event: to === "proposed" ? "watch-feed.entry-proposed-again" : "watch-feed.entry-set-aside",
      subject: subjectOf(entry.feed),
      after: { entry: entry.title },
    });
    return done({ view: from });
  });
}

function findEntry(tx: Tx, id: string) {
  return tx.watchEntry.findFirst({
    where: { id },
    select: { title: true, feed: { select: { id: true, url: true, name: true } } },
  });
}

function subjectOf({ id, url, name }: Pick<FeedRow, "id" | "url" | "name">) {
  return { noun: "watch-feed" as const, id, label: name || url };
}
