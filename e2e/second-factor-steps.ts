import type { BrowserContext, Page } from "@playwright/test";
import { generateSync } from "otplib";
import { PASSWORD } from "@/prisma/factories/organisation";
import { expect } from "./fixtures";

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
  await page.getByRole("button", { name: "Afficher le QR code à scanner" }).click();
  await expect(page.getByRole("img", { name: "QR code à scanner" })).toBeVisible();
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
