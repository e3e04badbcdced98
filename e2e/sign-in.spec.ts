import type { Page } from "@playwright/test";
import { PASSWORD } from "@/prisma/factories/organisation";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

const REFUSED = "Adresse ou mot de passe incorrect";

async function tryToSignIn(page: Page, email: string, password: string) {
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}

test("a wrong password and an unknown address are answered alike, the right one comes in @refusal-session", async ({
  page,
  organisation,
}) => {
  await page.goto("/");
  await tryToSignIn(page, organisation.email, "ce n’est pas celui-là");
  await expect(refusalIn(page)).toContainText(REFUSED);
  const known = await refusalIn(page).innerText();

  await tryToSignIn(page, "personne@nulle-part.example", PASSWORD);
  await expect(refusalIn(page)).toContainText(REFUSED);
  expect(await refusalIn(page).innerText()).toBe(known);

  await tryToSignIn(page, organisation.email, PASSWORD);
  await expect(page).toHaveURL(`/${organisation.slug}`);
  await expect(page.getByText("Bonjour Salma")).toBeVisible();
});

test("a page asked for while signed out comes back after sign-in", async ({ page, organisation }) => {
  const wanted = `/${organisation.slug}/controllers?view=archived`;
  await page.goto(wanted);
  await expect(page).toHaveURL(/\/sign-in/);
  await tryToSignIn(page, organisation.email, "pas encore celui-là");
  await expect(refusalIn(page)).toContainText(REFUSED);
  await tryToSignIn(page, organisation.email, PASSWORD);
  await expect(page).toHaveURL(wanted);
  await expect(page.getByText("Rien n’est archivé")).toBeVisible();
});

test("signing in and saving a short form need no script", async ({ visitor, organisation }) => {
  const page = await (await visitor({ javaScriptEnabled: false })).newPage();
  await page.goto(`/${organisation.slug}/controllers/new`);
  await tryToSignIn(page, organisation.email, PASSWORD);
  await page.getByLabel("Contact", { exact: true }).fill("Inès Vasseur");
  await page.getByRole("button", { name: "Ajouter le responsable" }).click();
  await expect(refusalIn(page)).toContainText("Un champ à reprendre");
  await expect(page.getByLabel("Contact", { exact: true })).toHaveValue("Inès Vasseur");

  await page.getByLabel("Dénomination sociale").fill("Brasserie Kervadec");
  await page.getByLabel("Agit comme").selectOption("controller");
  await page.getByRole("button", { name: "Ajouter le responsable" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Brasserie Kervadec");
  await expect(page.getByRole("main")).toContainText("Inès Vasseur");
});

test("signing out ends the session: its cookie opens nothing any more", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/controllers`);
  const cookie = (await context.cookies()).find(({ name }) => name === SESSION_COOKIE)!;
  await page.getByRole("complementary").getByText("Salma Idrissi").click();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await context.addCookies([cookie]);
  await page.goto(`/${organisation.slug}/controllers`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Se connecter");
});

test("signing in again in one browser ends the session it was in", async ({
  page,
  context,
  organisation,
}) => {
  const another = await context.newPage();
  await another.goto("/sign-in");
  await page.goto("/sign-in");
  await tryToSignIn(page, organisation.email, PASSWORD);
  await expect(page).toHaveURL(`/${organisation.slug}`);
  const before = (await context.cookies()).find(({ name }) => name === SESSION_COOKIE)!;

  await tryToSignIn(another, organisation.email, PASSWORD);
  await expect(another).toHaveURL(`/${organisation.slug}`);
  await another.goto("/account/sessions");
  await expect(another.getByText("Aucune autre session n’est ouverte.")).toBeVisible();

  await context.addCookies([before]);
  await page.goto(`/${organisation.slug}/controllers`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Se connecter");
});

test("too many tries close the door to that account for a while", async ({ page, organisation }) => {
  await page.goto("/sign-in");
  for (let tries = 0; tries < 8; tries += 1) {
    await tryToSignIn(page, organisation.email, `essai numéro ${tries}`);
    await expect(refusalIn(page)).toContainText(REFUSED);
    await expect(page.getByLabel("Mot de passe")).toHaveValue("");
  }
  await tryToSignIn(page, organisation.email, PASSWORD);
  await expect(refusalIn(page)).toContainText("Attendez un quart d’heure");
});
