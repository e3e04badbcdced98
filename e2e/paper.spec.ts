import type { Page } from "@playwright/test";
import { sheetsOf, test } from "./example-organisation";
import { expect, signIn } from "./fixtures";
import { faultsOnPaper, isFormPage } from "./paper";
import { portalScreensOf } from "./portal-screens";

test.describe.configure({ mode: "parallel", timeout: 420_000 });
test.use({ trace: "off" });

/** Width of A4 between the margins of its style, in pixels of paper: upright for sheets, turned for lists. */
const UPRIGHT = { width: 688, height: 995 };
const TURNED = { width: 1017, height: 666 };

/** Pages that a printer turns. */
const TURNED_PAGES = ".ledger, .matrix, .clause-matrix, .duty-matrix, .calendar, .turned";

const NO_FAULT = { shell: [], controls: [], overlapping: [], broken: [], empty: [], lost: [] };

/** Checks a page in print, at the width of its paper. */
async function expectOnPaper(page: Page, address: string, { isSheet }: { isSheet: boolean }) {
  await page.goto(address);
  const isTurned = (await page.locator(TURNED_PAGES).count()) > 0;
  await page.setViewportSize(isTurned ? TURNED : UPRIGHT);
  const { links, ...faults } = await page.evaluate(faultsOnPaper);
  const acts = isSheet ? links.filter(({ href }) => isFormPage(href)) : [];
  expect.soft(faults, address).toEqual(NO_FAULT);
  expect.soft(acts, `${address}: ways to act`).toEqual([]);
}

test("on paper a page of the portal has no part of the shell and no way to act @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const { contact, screens } = await portalScreensOf(organisation);
  await signIn(context, contact);
  await page.emulateMedia({ media: "print" });
  for (const address of screens.filter((screen) => !isFormPage(screen)))
    await expectOnPaper(page, address, { isSheet: true });
});

test("on paper a sheet has no part of the shell, no way to act, nothing over another and no word cut @multiplies", async ({
  page,
  context,
  example,
}) => {
  await signIn(context, example);
  await page.emulateMedia({ media: "print" });
  const sheets = await sheetsOf(page, { slug: example.slug, most: 2 }, (address) =>
    expectOnPaper(page, address, { isSheet: false }),
  );
  for (const address of sheets) await expectOnPaper(page, address, { isSheet: true });
});
