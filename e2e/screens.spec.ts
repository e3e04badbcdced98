import type { Page } from "@playwright/test";
import { LIST_COLUMNS } from "@/lib/domain/processing-record/list-columns";
import { makeMember } from "@/prisma/factories/member";
import { auditScreensOf, OPEN_AUDIT_SCREENS } from "./audit-screens";
import { expectAccessible, expectAccessibleButContrast } from "./accessibility";
import { test } from "./filled";
import { expect, SESSION_COOKIE, signIn } from "./fixtures";
import { OPEN_PORTAL_SCREENS, portalScreensOf } from "./portal-screens";
import { readPdf, withoutSpaces } from "./read-pdf";
import { publicScreensOf } from "./public-screens";
import { OPEN_SCREENS } from "./screens";
import { followTo } from "./scripted";
import { rawWordsIn } from "@/lib/i18n/raw-words.fixture";
import { readServer } from "./server";

test.describe.configure({ mode: "parallel", timeout: 600_000 });
// A trace copies each page that is visited; what fails here names the page and the element.
test.use({ trace: "off", hasAxe: true });

const LOCALES = ["fr", "en", "ar"] as const;
/** Parts of the list of screens, so that both workers share each language. */
const PARTS = 2;
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 720 };

for (const locale of LOCALES)
  for (let part = 0; part < PARTS; part += 1)
    test(`every screen in ${locale}, part ${part + 1}: readable by all, in its words and direction, at every width @multiplies`, async ({
      page,
      context,
      filled: { organisation, screens },
    }) => {
      const isOfPart = (_: string, index: number) => index % PARTS === part;
      await chooseLanguage(page, locale);
      for (const address of OPEN_SCREENS.filter(isOfPart)) await openScreen(page, address, locale);
      await signIn(context, organisation);
      const crumbs = new Set<string>();
      await page.goto(`/${organisation.slug}`);
      for (const address of screens.filter(isOfPart)) {
        await openScreen(page, address, locale, WALK_BY[locale]);
        for (const crumb of await page.locator(".crumbs a").all())
          crumbs.add((await crumb.getAttribute("href")) ?? "");
      }
      for (const crumb of locale === "fr" ? crumbs : [])
        expect.soft((await page.request.get(crumb)).status(), `the breadcrumb to ${crumb}`).toBe(200);
    });

for (const locale of LOCALES) {
  test(`every screen of the portal in ${locale}: readable by all, in its words and direction, at every width @multiplies`, async ({
    page,
    context,
    organisation,
  }) => {
    const { contact, screens } = await portalScreensOf(organisation);
    await chooseLanguage(page, locale);
    for (const address of OPEN_PORTAL_SCREENS) await openScreen(page, address, locale);
    await signIn(context, contact);
    for (const address of screens) await openScreen(page, address, locale);
  });
}

for (const locale of LOCALES) {
  test(`every screen of an audit in ${locale}: readable by all, in its words and direction, at every width @multiplies`, async ({
    page,
    context,
    organisation,
  }) => {
    const { auditor, screens } = await auditScreensOf(organisation);
    await chooseLanguage(page, locale);
    for (const address of OPEN_AUDIT_SCREENS) await openScreen(page, address, locale);
    await context.addCookies([{ name: SESSION_COOKIE, value: auditor.token, url: readServer().baseUrl }]);
    for (const address of screens) await openScreen(page, address, locale);
  });
}

for (const locale of LOCALES) {
  test(`every screen of strangers in ${locale}: readable by all, in its words and direction, at every width @multiplies`, async ({
    page,
    database,
    organisation,
  }) => {
    const screens = await publicScreensOf(database.ownerUrl, organisation);
    await chooseLanguage(page, locale);
    for (const address of screens) await openScreen(page, address, locale);
  });
}

test("on paper every wide table keeps its columns, each head whole within the page @multiplies", async ({
  page,
  context,
  filled: { organisation },
}) => {
  test.setTimeout(240_000);
  await signIn(context, organisation);
  for (const path of [
    "/records",
    `/records?columns=${LIST_COLUMNS.join(".")}`,
    "/contracts",
    "/contracts/matrix",
    "/authorisations",
    "/sub-processors",
    "/compliance",
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

test("an organisation's first day, and what a role does not open @multiplies", async ({
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
  await drawer.getByRole("link", { name: "Preuves" }).click();
  await page.getByRole("navigation", { name: "Preuves" }).getByRole("link", { name: "Journal" }).click();
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

/**
 * Divides axe's rules between the languages: contrast depends on the theme alone, so French has it in the
 * light theme, English in the dark one; every other rule is run in all three.
 */
const READ_BY = { fr: expectAccessible, en: expectAccessible, ar: expectAccessibleButContrast };

/**
 * Loads each screen anew in Arabic, whose numbers and dates differ the most between the server's and the browser's
 * formatters, so that each is hydrated. French and English follow links within one document, for a little over half the
 * processor time; screens of the portal, of an audit and of strangers are loaded in all three.
 */
const WALK_BY = { fr: followTo, en: followTo, ar: load };

async function load(page: Page, address: string): Promise<void> {
  await page.goto(address);
}

/** The browser's language and theme, before the first page of a walk. */
async function chooseLanguage(page: Page, locale: (typeof LOCALES)[number]) {
  await page.context().addCookies([{ name: "locale", value: locale, url: readServer().baseUrl }]);
  await page.emulateMedia({ colorScheme: locale === "en" ? "dark" : "light" });
}

async function openScreen(page: Page, address: string, locale: (typeof LOCALES)[number], open = load) {
  await page.setViewportSize(WIDE);
  await open(page, address);
  await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
  const page1280 = await page.evaluate(readLayout);
  expect(page1280.lang, address).toBe(locale);
  expect(page1280.dir, address).toBe(locale === "ar" ? "rtl" : "ltr");
  expect.soft(rawWordsIn(page1280.text, locale), `${address}: words of the program`).toEqual([]);
  expect.soft(page1280.outside, `${address}: outside the viewport (WCAG 1.4.10)`).toEqual([]);
  expect.soft(page1280.cut, `${address}: cells cut short`).toEqual([]);
  expect.soft(page1280.overMargin, `${address}: notes over the margin line`).toEqual([]);
  expect.soft(page1280.turned, `${address}: in a direction that is not its own`).toEqual([]);
  expect.soft(page1280.mislabelled, `${address}: labels of no control of their form`).toEqual([]);
  await READ_BY[locale](page, `${address} in ${locale}`);
  await page.setViewportSize(NARROW);
  const page320 = await page.evaluate(readLayout);
  expect.soft(page320.outside, `${address}: outside the viewport at 320 px (WCAG 1.4.10)`).toEqual([]);
}

/** Reads in one pass what a screen is checked for. Runs in the browser. */
function readLayout() {
  const html = document.documentElement;
  const { scrollWidth, clientWidth } = html;
  const describe = (element: Element) =>
    `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`;
  const isOutside = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > clientWidth + 1 || left < -1;
  };
  const select = (selector: string) => [...document.querySelectorAll(selector)];
  const isWider = (element: Element, tolerance: number) =>
    element.scrollWidth > element.clientWidth + tolerance;
  // A bdi takes the direction of its first letter: « 180 شخصا » begins at the right.
  const isTurned = (bdi: Element) => {
    const first = /\p{L}/u.exec(bdi.textContent)?.[0];
    if (first === undefined) return false;
    const own = /\p{Script=Arabic}/u.test(first) ? "rtl" : "ltr";
    return getComputedStyle(bdi).direction !== own;
  };
  return {
    lang: html.lang,
    dir: html.dir,
    text: document.body.innerText,
    outside: scrollWidth <= clientWidth ? [] : select("main *, header *").filter(isOutside).map(describe),
    cut: select(".ledger :is(.folio, .whole)")
      .filter((cell) => isWider(cell, 1))
      .map(({ textContent }) => textContent),
    overMargin: select(".line > .note")
      .filter((note) => isWider(note, 0))
      .map(({ textContent }) => textContent),
    turned: select("bdi")
      .filter(isTurned)
      .map(({ textContent }) => textContent),
    // The first element with an id takes the label, also where another form has a field of that name.
    mislabelled: [...document.querySelectorAll<HTMLLabelElement>("label[for]")]
      .filter((label) => !label.control || label.control.closest("form") !== label.closest("form"))
      .map(({ htmlFor }) => htmlFor),
  };
}
