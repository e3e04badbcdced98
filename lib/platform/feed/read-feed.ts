import { FETCH_FAILURES, fetchPublic, type FetchOptions } from "@/lib/platform/outbound/fetch-public";
import { readFeedBytes } from "@/lib/platform/parser/run-parser";
import type { FeedEntry } from "./parse-feed";

export const FEED_FAILURES = [...FETCH_FAILURES, "notFeed"] as const;
export type FeedFailure = (typeof FEED_FAILURES)[number];

export type FeedRead =
  | { kind: "read"; title: string; entries: FeedEntry[]; etag: string; lastModified: string }
  | { kind: "unchanged" }
  | { kind: "failed"; failure: FeedFailure; status: number | null };

/** Fetches an address and reads it as RSS, Atom, RDF or JSON Feed, in a child process with limits. */
export async function readFeed(url: string, options: FetchOptions = {}): Promise<FeedRead> {
  const fetched = await fetchPublic(url, options);
  if (fetched.kind !== "read") return fetched;
  const { bytes, contentType, etag, lastModified } = fetched;
  const parsed = await readFeedBytes(bytes, { contentType, base: url });
  if (!parsed) return { kind: "failed", failure: "notFeed", status: null };
  return { kind: "read", ...parsed, etag, lastModified };
}
