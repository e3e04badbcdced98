import { decodeHTML } from "entities";
import { parseFeed } from "feedsmith";
import { cleanText } from "@/lib/forms/form-values";

/** Entry as the feed states it; an address is of the web or "". */
export type FeedEntry = {
  /** Tells it from the others of its feed. */
  key: string;
  title: string;
  url: string;
  publishedAt: Date | null;
};

export type ParsedFeed = { title: string; entries: FeedEntry[] };

/** Newest entries that are read of one feed. */
const MOST_ENTRIES = 50;
const MOST_CHARACTERS = 300;
const LONGEST_ADDRESS = 2000;

/** Reads the bytes of an answer as a feed, in the encoding that it names; null where they are none. */
export function parseFeedBytes(bytes: Uint8Array, contentType: string, base: string): ParsedFeed | null {
  return parseFeedText(decodeText(bytes, contentType), base);
}

/** Null where the text is no feed. */
export function parseFeedText(text: string, base: string): ParsedFeed | null {
  try {
    const { title, entries } = readParsed(parseFeed(text));
    return { title: plainText(title), entries: entries.slice(0, MOST_ENTRIES).flatMap(readEntry(base)) };
  } catch {
    return null;
  }
}

type Stated = { id?: string; title?: string; link?: string; date?: unknown };

function readParsed(parsed: ReturnType<typeof parseFeed>): { title?: string; entries: Stated[] } {
  switch (parsed.format) {
    case "rss":
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map(({ guid, title, link, pubDate, dc }) => ({
          id: guid?.value,
          title,
          link: link ?? guid?.value,
          date: pubDate ?? dc?.dates?.[0],
        })),
      };
    case "atom":
      return {
        title: parsed.feed.title?.value,
        entries: (parsed.feed.entries ?? []).map(({ id, title, links = [], published, updated }) => ({
          id,
          title: title?.value,
          date: published ?? updated,
          link: (links.find(({ rel = "alternate" }) => rel === "alternate") ?? links[0])?.href,
        })),
      };
    case "rdf":
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map(({ title, link, dc }) => ({
          id: link,
          title,
          link,
          date: dc?.dates?.[0],
        })),
      };
    case "json":
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map(
          ({ id, title, content_text: content, url, date_published }) => ({
            id,
            title: title ?? content,
            link: url,
            date: date_published,
          }),
        ),
      };
  }
}

/** Leaves out an entry without a title: there is nothing to decide on. */
function readEntry(base: string) {
  return ({ id, title: stated, link, date }: Stated): FeedEntry[] => {
    const title = plainText(stated);
    if (title === "") return [];
    const url = webAddress(link, base);
    return [{ key: id ?? (url || title), title, url, publishedAt: readDate(date) }];
  };
}

/** Titles may hold markup: its words alone are shown. */
function plainText(stated: string | undefined): string {
  const text = cleanText(decodeHTML((stated ?? "").replace(/<[^<>]*>/g, " "))).replace(/\s+/g, " ");
  return text.trim().slice(0, MOST_CHARACTERS);
}

/** A link opens the web alone: no other scheme is kept. */
function webAddress(link: string | undefined, base: string): string {
  if (!link || !URL.canParse(link, base)) return "";
  const { protocol, href } = new URL(link, base);
  return /^https?:$/.test(protocol) && href.length <= LONGEST_ADDRESS ? href : "";
}

function readDate(stated: unknown): Date | null {
  const at = typeof stated === "string" ? Date.parse(stated) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at);
}

/** Reads bytes in the encoding that the answer states, or the text itself; in UTF-8 where neither names a known one. */
function decodeText(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const named =
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /^[^<]*<\?xml[^<>]*?\sencoding=["']([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
