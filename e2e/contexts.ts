import type { Browser, BrowserContext, BrowserContextOptions } from "@playwright/test";
import { preloadAxe } from "./accessibility";
import { watchFaults } from "./faults";
import { waitForScripts } from "./scripted";

/** A context that one test uses, with the faults of its pages. */
export type PooledContext = { key: string; context: BrowserContext; faults: string[] };

type Wanted = { options: BrowserContextOptions; hasAxe?: boolean };

/**
 * Keeps the contexts of a worker between its tests. A new context has an empty cache, and fetches and compiles every
 * script anew; a kept one has nothing of the test before but files that never change.
 */
export function poolContexts(browser: Browser) {
  const free = new Map<string, PooledContext[]>();

  const acquire = async (wanted: Wanted): Promise<PooledContext> => {
    const key = JSON.stringify(wanted);
    return free.get(key)?.pop() ?? { key, ...(await openContext(browser, wanted)) };
  };

  /** Empties a context for the next test. Drafts and virtual authenticators end with the pages. */
  const release = async (pooled: PooledContext): Promise<void> => {
    const { key, context, faults } = pooled;
    await Promise.all(context.pages().map((page) => page.close()));
    await context.clearCookies();
    await context.clearPermissions();
    faults.length = 0;
    free.set(key, [...(free.get(key) ?? []), pooled]);
  };

  return { acquire, release };
}

export type ContextPool = ReturnType<typeof poolContexts>;

async function openContext(
  browser: Browser,
  { options, hasAxe }: Wanted,
): Promise<Omit<PooledContext, "key">> {
  const context = await browser.newContext(options);
  const faults = watchFaults(context);
  if (hasAxe) await preloadAxe(context);
  if (options.javaScriptEnabled !== false) waitForScripts(context);
  return { context, faults };
}
