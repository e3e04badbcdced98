import type { Page } from "@playwright/test";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeController } from "@/prisma/factories/register";
import { expect, signIn, test } from "./fixtures";
import { readServer } from "./server";

const widthBeyond = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const locale of ["fr", "ar"] as const)
  test(`an export menu stays on a telephone's screen, and closes when its file is asked for, in ${locale} @multiplies`, async ({
    page,
    context,
    organisation,
  }) => {
    for (const legalName of ["Orvelle SAS", "Nomade SAS"]) {
      const { id: controllerId } = await makeController(organisation, { legalName });
      await makeInstruction(organisation, { controllerId });
    }
    await signIn(context, organisation);
    await context.addCookies([{ name: "locale", value: locale, url: readServer().baseUrl }]);
    await page.setViewportSize({ width: 375, height: 800 });
    await page.goto(`/${organisation.slug}/instructions`);
    expect(await widthBeyond(page), "the list is no wider than the screen").toBe(0);
    const menu = page.locator("details.sheet-acts");
    const summary = menu.locator("summary");
    await summary.focus();
    await page.keyboard.press("Enter");
    const json = menu.locator('button[value="json"]');
    await expect(json).toBeVisible();
    const box = (await menu.locator(".menu").boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(375);
    expect(await widthBeyond(page), "the open menu makes the page no wider").toBe(0);
    await json.focus();
    const download = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await download).suggestedFilename()).toMatch(/\.json$/);
    await expect(json).toBeHidden();
    await expect(summary).toBeFocused();
  });
