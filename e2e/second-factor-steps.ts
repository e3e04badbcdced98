import type { BrowserContext, Page } from "@playwright/test";
import { generateSync } from "otplib";
import { PASSWORD } from "@/prisma/factories/organisation";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { readServer } from "./server";

export const OVERVIEW = "/account/second-factor";
const STEP_S = 30;

/** Computes the current or the next code; the previous one could expire while it is typed. */
export const codeOf = (key: string, ahead = 0) =>
  generateSync({ secret: key, epoch: Math.floor(Date.now() / 1000) + ahead * STEP_S });

export async function typePassword(page: Page, email: string) {
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}

export async function typeCode(page: Page, code: string) {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Continuer" }).click();
}

export async function signOut(context: BrowserContext) {
  await context.clearCookies();
}

/** Sets up an authenticator application through the pages; returns its key and the ten recovery codes. */
export async function setUpApplication(page: Page) {
  await page.goto(OVERVIEW);
  await page.getByRole("link", { name: "Ajouter une application" }).click();
  await page.getByRole("button", { name: "Afficher le carré à scanner" }).click();
  await expect(page.getByRole("img", { name: "Carré à scanner" })).toBeVisible();
  const key = (await page.locator(".key").innerText()).replace(/\s/g, "");
  await page.getByLabel("Premier code de l’application").fill(codeOf(key));
  await page.getByRole("button", { name: "Confirmer et activer" }).click();
  await expect(page.getByRole("heading", { name: "Vos codes de secours" })).toBeFocused();
  const codes = await page
    .getByRole("listitem")
    .filter({ hasText: /^\d{4}-/ })
    .allInnerTexts();
  return { key, codes };
}

for (const locale of ["fr", "en", "ar"] as const) {
  test(`every page of second factors in ${locale} is readable by all`, async ({
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
