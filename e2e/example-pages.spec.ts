import { LOCALES } from "@/lib/i18n/locale";
import { sheetsOf, test } from "./example-organisation";
import { expect, signIn } from "./fixtures";
import { rawWordsIn } from "@/lib/i18n/raw-words.fixture";
import { readServer } from "./server";

test.describe.configure({ mode: "parallel", timeout: 420_000 });
test.use({ trace: "off" });

/** Rows of each list that are opened. */
const ROWS_OF_LIST = 14;

for (const locale of LOCALES)
  test(`every page of the example in ${locale} speaks its reader’s words @multiplies`, async ({
    visitor,
    example,
  }) => {
    // Words are those of the server's HTML; the walk over every screen reads them again once scripts have run.
    const context = await visitor({ javaScriptEnabled: false });
    const page = await context.newPage();
    await context.addCookies([{ name: "locale", value: locale, url: readServer().baseUrl }]);
    await signIn(context, example);
    const readWords = async (address: string) => {
      await page.goto(address);
      const text = await page.locator("body").evaluate((body: HTMLElement) => body.innerText);
      expect.soft(rawWordsIn(text, locale), address).toEqual([]);
    };
    const sheets = await sheetsOf(page, { slug: example.slug, most: ROWS_OF_LIST }, readWords);
    expect(sheets.length).toBeGreaterThan(60);
    for (const address of sheets) {
      const answer = await page.request.get(address);
      expect.soft(answer.status(), address).toBe(200);
      const text = await page.evaluate(textOf, await answer.text());
      expect.soft(rawWordsIn(text, locale), address).toEqual([]);
    }
  });

test("the head of every sheet has one primary act at most @multiplies", async ({ visitor, example }) => {
  const context = await visitor({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(context, example);
  const sheets = await sheetsOf(page, { slug: example.slug, most: 6 }, async (address) => {
    await page.goto(address);
    expect.soft(await page.locator(PRIMARY).count(), address).toBeLessThan(2);
  });
  for (const address of sheets) {
    const html = await (await page.request.get(address)).text();
    const found = await page.evaluate(
      ({ of, selector }) => {
        const parsed = new DOMParser().parseFromString(of, "text/html");
        return [...parsed.querySelectorAll(selector)].map((act) => act.textContent);
      },
      { of: html, selector: PRIMARY },
    );
    expect.soft(found.length, `${address}: ${found.join(", ")}`).toBeLessThan(2);
  }
});

/** Primary acts in the head of a page; those of its parts are their own. */
const PRIMARY = ".head .acts .btn.go";

/**
 * Returns the words of a page from its HTML alone, those of closed parts as well, a line for each element: a sheet is not
 * drawn for them. Runs in the browser.
 */
function textOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const unread of body.querySelectorAll("script, style, template")) unread.remove();
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const lines: string[] = [];
  while (walker.nextNode()) lines.push(walker.currentNode.textContent ?? "");
  return lines.join("\n");
}
