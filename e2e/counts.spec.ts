import type { Page } from "@playwright/test";
import { LIST_SEGMENTS, test } from "./example-organisation";
import { expect, signIn } from "./fixtures";

test.describe.configure({ timeout: 420_000 });
test.use({ trace: "off" });

/** Rows of a list without the heads of its groups, clients of the matrix of duties, or dated lines. */
const LINES = "main ol.agenda > li";
const ROWS = "main :is(.ledger, .stacked) tbody tr:not(.family)";
/** Choices that a form offers. */
const OFFERED = "main form input[type='checkbox'][name]";
const CLIENTS = "main .duty-matrix tbody th a[href*='/controllers/']";
/** Lists of views; the choices of a form are rows of none. */
const LISTED = [LINES, CLIENTS, ROWS];
/** Most pages of a list that are turned. */
const MOST_PAGES = 12;

type Counted = { href: string; count: number; name: string };

test("every count of the example is the length of the list that it leads to @multiplies", async ({
  visitor,
  example,
}) => {
  const context = await visitor({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(context, example);
  const lengths = new Map<string, { length: number; shown: number | null }>();
  let compared = 0;
  for (const segment of LIST_SEGMENTS) {
    const path = `/${example.slug}${segment}`;
    await page.goto(path);
    for (const { href, count, name } of await page.locator("body").evaluate(countsIn)) {
      const length = lengths.get(href) ?? (await lengthOf(page, href));
      lengths.set(href, length);
      compared += 1;
      expect.soft(length.length, `${path}: « ${name} » leads to ${href}`).toBe(length.shown ?? count);
    }
  }
  expect(compared).toBeGreaterThan(60);
});

/**
 * Rows of a list on all of its pages, and the count of its view as the first of them shows it: a date may fall due between the
 * page that leads here and this one.
 */
async function lengthOf(page: Page, href: string): Promise<{ length: number; shown: number | null }> {
  let rows = 0;
  let shown: number | null = null;
  let next: string | null = href;
  for (let turned = 0; next !== null && turned < MOST_PAGES; turned += 1) {
    await page.goto(next);
    const counted = await page.locator("body").evaluate(countsIn);
    shown ??= counted.find((one) => one.href === href)?.count ?? null;
    rows += await rowsOn(page, next.includes("view=") ? LISTED : [...LISTED, OFFERED]);
    const link = page.locator("main nav.turn a[rel=next]");
    next = (await link.count()) > 0 ? await link.getAttribute("href") : null;
  }
  return { length: rows, shown };
}

async function rowsOn(page: Page, places: readonly string[]): Promise<number> {
  for (const rows of places) {
    const count = await page.locator(rows).count();
    if (count > 0) return count;
  }
  return 0;
}

/** Reads views with a count, cells of the matrix of duties, and figures of gaps. Runs in the browser. */
function countsIn(body: Element): Counted[] {
  const read = (link: Element, figure: string): Counted => ({
    href: link.getAttribute("href") ?? "",
    count: Number(figure.replace(/[\s\u00a0\u202f]/g, "")),
    name: link.textContent.trim(),
  });
  const views = [...body.querySelectorAll("main nav.views a")].flatMap((link) => {
    const figure = link.querySelector(".count")?.textContent;
    return figure ? [read(link, figure)] : [];
  });
  const cells = [...body.querySelectorAll("main a[href*='/compliance/gaps']")].flatMap((link) => {
    const figure = /^\s*(\d[\d\s\u00a0\u202f]*)/.exec(link.textContent)?.[1];
    return figure ? [read(link, figure)] : [];
  });
  return [...views, ...cells].filter(({ count }) => Number.isFinite(count));
}
