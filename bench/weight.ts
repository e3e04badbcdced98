import { gzipSync } from "node:zlib";
import { itemAt } from "@/lib/domain/invariant/required";
import { get, type Target } from "./load";

/** Bytes that a first visit brings, as they come compressed by gzip. */
export type Weight = { html: number; visibleHtml: number; javaScript: number };

/** The page, what of it is seen without its scripts, and every script that it names. */
export async function measureWeight(target: Target): Promise<Weight & { visible: string }> {
  const page = (await get(target, undefined, "identity")).body.toString();
  const visible = page.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
  // Scripts marked `nomodule` are fetched by no current browser.
  const tags = [...page.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  const scripts = [...new Set(tags.map((tag) => itemAt(tag, 1)))];
  const sizes = await Promise.all(
    scripts.map(async (source) => {
      const { body } = await get({ url: new URL(source, target.url).href, cookie: target.cookie });
      return gzipSync(body).length;
    }),
  );
  return {
    html: (await get(target, undefined, "gzip")).body.length,
    visibleHtml: gzipSync(visible).length,
    javaScript: sizes.reduce((sum, size) => sum + size, 0),
    visible,
  };
}
