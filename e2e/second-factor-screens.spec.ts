import { PASSWORD } from "@/prisma/factories/organisation";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { OVERVIEW, codeOf, signOut } from "./second-factor-steps";
import { readServer } from "./server";

for (const locale of ["fr", "en", "ar"] as const) {
  test(`every page of second factors in ${locale} is readable by all @multiplies`, async ({
    page,
    context,
    organisation,
  }) => {
    await context.addCookies([{ name: "locale", value: locale, url: readServer().baseUrl }]);
    await signIn(context, organisation);
    const openScreen = async (address: string) => {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page, `${address} in ${locale}`);
    };
    await openScreen(OVERVIEW);
    await openScreen(`/${organisation.slug}/organisation/security`);
    await openScreen(`${OVERVIEW}/authenticator`);
    await page.getByRole("main").getByRole("button").first().click();
    await expect(page.locator(".qr")).toBeVisible();
    await expectAccessible(page, `the square in ${locale}`);
    const key = (await page.locator(".key").innerText()).replace(/\s/g, "");
    await page.locator("#code").fill(codeOf(key));
    await page.getByRole("main").getByRole("button").first().click();
    await expect(page.locator(".recovery")).toBeVisible();
    await expectAccessible(page, `recovery codes in ${locale}`);
    for (const path of ["", "/authenticator/disable", "/recovery-codes", "/passkeys/new"])
      await openScreen(`${OVERVIEW}${path}`);
    await signOut(context);
    await context.addCookies([{ name: "locale", value: locale, url: readServer().baseUrl }]);
    await page.goto("/sign-in");
    await page.locator("#email").fill(organisation.email);
    await page.locator("#password").fill(PASSWORD);
    await page.locator("#password").press("Enter");
    await expect(page.locator("#code")).toBeVisible();
    await expectAccessible(page, `the second step in ${locale}`);
  });
}
