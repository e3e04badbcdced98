import "server-only";
import { can } from "@/lib/domain/nouns/policy";
import { countEntries, findEntryPage, findFeeds } from "@/lib/features/watch-feed/read/queries";
import type { Search } from "@/lib/forms/list-query";
import { pageOf } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { requireStaff } from "@/lib/platform/request/request-session";
import { entryQuerySchema } from "./schema";

export type LoadedFeeds = Awaited<ReturnType<typeof loadFeeds>>;

/** Feeds with how their last reading went, and a page of the entries that they proposed. */
export async function loadFeeds(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = entryQuerySchema.parse(search);
  const reader = readerFor(ctx.scope);
  const [feeds, asked, counts] = await Promise.all([
    readInScope(ctx.scope, findFeeds),
    findEntryPage(reader, query),
    countEntries(reader),
  ]);
  return {
    feeds: feeds.map(({ readAt, failedAt, endedAt, createdAt, ...feed }) => ({
      ...feed,
      readAt: readAt?.getTime() ?? null,
      failedAt: failedAt?.getTime() ?? null,
      endedAt: endedAt?.getTime() ?? null,
      createdAt: createdAt.getTime(),
    })),
    ...pageOf(asked, ({ id }) => [id]),
    counts,
    query,
    mayManage: can(ctx.actor, "watch-feed.manage"),
    mayDecide: can(ctx.actor, "watch-feed.decide"),
  };
}
