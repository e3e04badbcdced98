import { feedAddSchema } from "@/lib/features/watch-feed/schema";
import { addFeed } from "@/lib/features/watch-feed/write/mutations";
import { recordReading } from "@/lib/features/watch-feed/write/reading";
import type { Ctx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** Follows a feed that was read once and proposed entries of these titles, the first of them first. */
export async function makeFeed(ctx: Ctx, titles: readonly string[], stated: { url?: string } = {}) {
  const url = stated.url ?? "https://cnil.example/rss.xml";
  const { id } = valueOf(await addFeed(ctx, feedAddSchema.parse({ url })));
  const entries = titles.map((title, at) => ({
    key: `${at}`,
    title,
    url: `https://cnil.example/${at}`,
    publishedAt: ctx.now,
  }));
  await recordReading(ctx, id, { kind: "read", title: "CNIL", entries, etag: "", lastModified: "" });
  return { id };
}
