import type { Page } from "@playwright/test";
import { NOUNS } from "@/lib/domain/nouns/nouns";
import { fillExample } from "@/lib/features/example/write/mutations";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { expect, test as base } from "./fixtures";

/** An organisation that holds the example: tests only read it. */
export const test = base.extend<object, { example: MadeOrganisation }>({
  example: [
    async ({ database }, give) => {
      const organisation = await makeOrganisation(database.ownerUrl);
      const filled = await fillExample(organisation);
      expect(filled.ok).toBe(true);
      await give(organisation);
    },
    // Its own limit: filling takes minutes on a busy machine, and no test has begun.
    { scope: "worker", timeout: 300_000 },
  ],
});

/** Pages of the console that the nouns declare. */
export const LIST_SEGMENTS: readonly string[] = [
  "",
  ...NOUNS.flatMap((noun) => ("navigation" in noun ? noun.navigation.map(({ segment }) => segment) : [])),
];

/**
 * Opens each list by `open`, which checks it, and returns the addresses of rows that the lists link to, each once, at most
 * `most` of a list: pages without a query.
 */
export async function sheetsOf(
  page: Page,
  { slug, most }: { slug: string; most: number },
  open: (address: string) => Promise<void>,
): Promise<string[]> {
  const found = new Set<string>();
  for (const segment of LIST_SEGMENTS) {
    await open(`/${slug}${segment}`);
    const links = await page
      .locator("main a[href]")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
    const rows = links.filter((href) => ROW.test(href) && href.startsWith(`/${slug}/`));
    for (const href of [...new Set(rows)].slice(0, most)) found.add(href);
  }
  return [...found];
}

/** Ends with the id of a row. */
const ROW = /\/[0-9a-f]{8}-[0-9a-f-]{27}$/;
