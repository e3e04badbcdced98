import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { LIST_COLUMNS } from "@/lib/domain/processing-record/list-columns";
import { makeMember } from "@/prisma/factories/member";
import { expectAccessible, expectContrast } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { OPEN_PORTAL_SCREENS, portalScreensOf } from "./portal-screens";
import { readPdf, withoutSpaces } from "./read-pdf";
import { OPEN_SCREENS, screensOf } from "./screens";
import { readServer } from "./server";

test.describe.configure({ mode: "parallel", timeout: 600_000 });

const LOCALES = ["fr", "en", "ar"] as const;
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 720 };

const nouns = readdirSync(join(import.meta.dirname, "../lib/i18n/messages/fr")).map((file) =>
  file.replace(".json", ""),
);
/** A missing message is rendered as its key. */
const RAW_KEY = new RegExp(`(?<![\\w@./-])(${nouns.join("|")})\\.[a-zA-Z][\\w-]*(\\.[\\w-]+)*`);

for (const locale of LOCALES) {
  test(`every screen in ${locale}: readable by all, in its words and direction, at every width`, async ({
    page,
    context,
    organisation,
  }) => {
    const screens = await screensOf(organisation);
    await context.addCookies([{ name: "locale", value: locale, url: readServer().baseUrl }]);
    for (const address of OPEN_SCREENS) await openScreen(page, address, locale);
    await signIn(context, organisation);
    const crumbs = new Set<string>();
    for (const address of screens) {
      await openScreen(page, address, locale);
      for (const crumb of await page.locator(".crumbs a").all())
        crumbs.add((await crumb.getAttribute("href")) ?? "");
    }
    for (const crumb of locale === "fr" ? crumbs : [])
      expect.soft((await page.request.get(crumb)).status(), `the breadcrumb to ${crumb}`).toBe(200);
  });
}

for (const locale of LOCALES) {
  test(`every screen of the portal in ${locale}: readable by all, in its words and direction, at every width`, async ({
    page,
    context,
    organisation,
  }) => {
    const { contact, screens } = await portalScreensOf(organisation);
    await context.addCookies([{ name: "locale", value: locale, url: readServer().baseUrl }]);
    for (const address of OPEN_PORTAL_SCREENS) await openScreen(page, address, locale);
    await signIn(context, contact);
    for (const address of screens) await openScreen(page, address, locale);
  });
}

test("on paper every wide table keeps its columns, each head whole within the page", async ({
  page,
  context,
  organisation,
}) => {
  test.setTimeout(240_000);
  await screensOf(organisation);
  await signIn(context, organisation);
  for (const path of [
    "/records",
    `/records?columns=${LIST_COLUMNS.join(".")}`,
    "/contracts",
    "/contracts/matrix",
    "/authorisations",
    "/sub-processors",
    "/measures/coverage",
  ]) {
    await page.goto(`/${organisation.slug}${path}`);
    const heads = await page.locator("main thead th").evaluateAll(headsInSight);
    expect(heads, path).not.toEqual([]);
    const printed = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(
      heads.filter((head) => !printed.includes(withoutSpaces(head))),
      `${path}: not on the page`,
    ).toEqual([]);
  }
});

test("an organisation's first day, and what a role does not open", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  for (const path of [
    "",
    "/records",
    "/controllers",
    "/measures",
    "/measures/coverage",
    "/records/import",
    "/records/new",
  ])
    await openScreen(page, `/${organisation.slug}${path}`, "fr");
  await signIn(context, await makeMember(organisation, "viewer"));
  for (const path of [
    "/journal",
    "/outbox",
    "/records/new",
    "/organisation/edit/identity",
    "/measures/new",
    "/measures/library",
  ])
    await openScreen(page, `/${organisation.slug}${path}`, "fr");
});

test("a narrow screen opens its rooms from a drawer", async ({ page, context, organisation }) => {
  await signIn(context, organisation);
  await page.setViewportSize(NARROW);
  await page.goto(`/${organisation.slug}/controllers`);
  const drawer = page.getByRole("dialog");
  await expect(async () => {
    await page.getByRole("button", { name: "Menu" }).click({ timeout: 500 });
    await expect(drawer).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectAccessible(page, "drawer");
  await drawer.getByRole("link", { name: "Journal" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Journal");
  await expect(drawer).toHaveCount(0);
});

/** Returns visible headings; those for screen readers have no size. Runs in the browser. */
function headsInSight(heads: Element[]): string[] {
  return heads
    .map((head) => {
      const copy = head.cloneNode(true) as Element;
      for (const unseen of copy.querySelectorAll(".sr")) unseen.remove();
      return copy.textContent.trim();
    })
    .filter((words) => words !== "");
}

/** English shares the layout of French, so its pass checks contrast in the dark theme. */
const READ_BY = { fr: expectAccessible, en: expectDarkContrast, ar: expectAccessible };

async function expectDarkContrast(page: Page, what: string) {
  await page.emulateMedia({ colorScheme: "dark" });
  await expectContrast(page, `${what}, dark`);
  await page.emulateMedia({ colorScheme: "light" });
}

async function openScreen(page: Page, address: string, locale: (typeof LOCALES)[number]) {
  await page.setViewportSize(WIDE);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
  const html = page.locator("html");
  await expect(html).toHaveAttribute("lang", locale);
  await expect(html).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
  expect((await page.locator("body").innerText()).match(RAW_KEY)?.[0], address).toBeUndefined();
  await READ_BY[locale](page, `${address} in ${locale}`);
  await expectNoSideways(page, address);
  await expectWholeCells(page, address);
  await expectWithinMargin(page, address);
  await expectOwnDirections(page, address);
  await page.setViewportSize(NARROW);
  await expectNoSideways(page, `${address} at 320 px`);
}

/** WCAG 1.4.10 Reflow: reports elements wider than the viewport. */
async function expectNoSideways(page: Page, what: string) {
  const overflowing = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.querySelectorAll("main *, header *")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return outside.map(
      (element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`,
    );
  });
  expect.soft(overflowing, `${what}: beyond the edge`).toEqual([]);
}

/** Folios and cells with wrapping text must not be truncated. */
async function expectWholeCells(page: Page, what: string) {
  const cut = await page
    .locator(".ledger :is(.folio, .whole)")
    .evaluateAll((cells) =>
      cells
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ textContent }) => textContent),
    );
  expect.soft(cut, `${what}: cut short`).toEqual([]);
}

/** No margin note may overlap the margin line. */
async function expectWithinMargin(page: Page, what: string) {
  const overflowing = await page
    .locator(".line > .note")
    .evaluateAll((notes) =>
      notes
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
  expect.soft(overflowing, `${what}: beyond the margin`).toEqual([]);
}

/** A `bdi` takes the direction of its first letter: « 180 شخصا » begins at the right. */
async function expectOwnDirections(page: Page, what: string) {
  const turned = await page.locator("bdi").evaluateAll((all) =>
    all
      .filter((bdi) => {
        const first = /\p{L}/u.exec(bdi.textContent)?.[0];
        if (first === undefined) return false;
        const own = /\p{Script=Arabic}/u.test(first) ? "rtl" : "ltr";
        return getComputedStyle(bdi).direction !== own;
      })
      .map(({ textContent }) => textContent),
  );
  expect.soft(turned, `${what}: in a direction that is not its own`).toEqual([]);
}
