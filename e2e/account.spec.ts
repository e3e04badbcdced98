import type { BrowserContext, Page } from "@playwright/test";
import { openSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeMember } from "@/prisma/factories/member";
import { PASSWORD, type MadeOrganisation } from "@/prisma/factories/organisation";
import { linkTo } from "./account-letters";
import { expectAccessible } from "./accessibility";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";
import { readServer } from "./server";

const NEW_PASSWORD = "quatre chevaux sur la falaise";
const RESET = "Choisir un nouveau mot de passe";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";

/** Lets the person in as somebody at such a device. */
async function enter(context: BrowserContext, { actor }: MadeOrganisation, userAgent: string): Promise<void> {
  const value = await openSession(actor.personId, { userAgent, address: "192.0.2.4" }, new Date());
  await context.addCookies([{ name: SESSION_COOKIE, value, url: readServer().baseUrl }]);
}

async function typeSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}

async function expectSignIn(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Se connecter");
}

test("a session ended in one browser is out at its next click in the other, and comes back where it was", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  await signIn(context, organisation);
  const there = await visitor();
  await enter(there, organisation, FIREFOX);
  const other = await there.newPage();
  await other.goto(`/${organisation.slug}`);

  await page.goto(`/${organisation.slug}`);
  await page.getByRole("complementary").getByText("Salma Idrissi").click();
  await page.getByRole("link", { name: "Mon compte" }).click();
  await page.getByRole("link", { name: "Sessions" }).click();
  await expect(page.getByRole("row")).toHaveCount(3);
  await expect(page.getByRole("row", { name: /celle-ci/ })).toContainText("Navigateur inconnu");
  await expect(page.getByRole("row", { name: /Firefox sur Linux/ })).toContainText("192.0.2.4");
  await page.getByRole("button", { name: "Fermer la session Firefox sur Linux" }).click();
  await expect(page.getByRole("status").filter({ hasText: "La session est fermée" })).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByText("Aucune autre session n’est ouverte")).toBeVisible();

  await other.getByRole("navigation", { name: "Navigation principale" }).getByText("Responsables").click();
  await expectSignIn(other);
  await typeSignIn(other, organisation.email, PASSWORD);
  await expect(other).toHaveURL(`/${organisation.slug}/controllers`);
});

test("all other sessions end at once, and one’s own signs out, without a script too", async ({
  visitor,
  organisation,
}) => {
  const [own, ...others] = [await visitor({ javaScriptEnabled: false }), await visitor(), await visitor()];
  await enter(own!, organisation, FIREFOX);
  for (const context of others) await enter(context, organisation, SAFARI);
  const page = await own!.newPage();
  await page.goto("/account/sessions");
  await expect(page.getByRole("row", { name: /Safari sur iOS/ })).toHaveCount(2);
  await page.getByRole("button", { name: "Fermer toutes les autres" }).click();
  await expect(page.getByText("2 autres sessions sont fermées")).toBeVisible();
  for (const context of others) {
    const out = await context.newPage();
    await out.goto(`/${organisation.slug}/records`);
    await expectSignIn(out);
  }
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expectSignIn(page);
  await page.goto("/account");
  await expect(page).toHaveURL("/sign-in?next=%2Faccount");
});

test("a forgotten password is chosen again by the link of a letter, once, and every session ends", async ({
  page,
  visitor,
  organisation,
}) => {
  const signedIn = await visitor();
  await signIn(signedIn, organisation);
  const sent = page.getByRole("status").filter({ has: page.getByRole("heading") });

  await test.step("known or unknown, the answer is the same", async () => {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Mot de passe oublié" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mot de passe oublié");
    await page.getByLabel("Adresse électronique").fill("personne@nulle-part.example");
    await page.getByRole("button", { name: "Recevoir un lien" }).click();
    await expect(sent).toContainText("Si un compte existe");
    const unknown = await sent.innerText();
    await page.goto("/forgot-password");
    await page.getByLabel("Adresse électronique").fill(organisation.email.toUpperCase());
    await page.getByRole("button", { name: "Recevoir un lien" }).click();
    await expect(sent).toContainText("Si un compte existe");
    const known = await sent.innerText();
    expect(known.replace(organisation.email.toUpperCase(), "")).toBe(
      unknown.replace("personne@nulle-part.example", ""),
    );
  });

  const link = await linkTo(organisation.email, RESET);
  await test.step("a look spends nothing, a password that everybody takes neither", async () => {
    await page.request.get(link);
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Choisir un nouveau mot de passe");
    await page.getByLabel("Nouveau mot de passe").fill("Casablanca2026!");
    await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
    await expect(refusalIn(page)).toContainText("Trop de gens prennent ce mot de passe");
    await page.getByLabel("Nouveau mot de passe").fill("Salma-Idrissi-2026");
    await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
    await expect(refusalIn(page)).toContainText("Sans votre nom");
  });

  await test.step("the new one ends every session and signs in nobody", async () => {
    await page.getByLabel("Nouveau mot de passe").fill(NEW_PASSWORD);
    await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
    await expectSignIn(page);
    await expect(page.getByRole("status").filter({ hasText: "Votre mot de passe est changé" })).toBeVisible();
    const out = await signedIn.newPage();
    await out.goto(`/${organisation.slug}`);
    await expectSignIn(out);
    await typeSignIn(page, organisation.email, PASSWORD);
    await expect(refusalIn(page)).toContainText("ne vont pas ensemble");
    await typeSignIn(page, organisation.email, NEW_PASSWORD);
    await expect(page).toHaveURL(`/${organisation.slug}`);
  });

  await test.step("the link is used up", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien a déjà servi");
    await expect(page.getByRole("textbox")).toHaveCount(0);
  });
});

test("a forgotten password needs no script", async ({ visitor, organisation }) => {
  const page = await (await visitor({ javaScriptEnabled: false })).newPage();
  await page.goto("/forgot-password");
  await page.getByLabel("Adresse électronique").fill("pas une adresse");
  await page.getByRole("button", { name: "Recevoir un lien" }).click();
  await expect(refusalIn(page)).toContainText("n’est pas complète");
  await expect(page.getByLabel("Adresse électronique")).toHaveValue("pas une adresse");
  await page.getByLabel("Adresse électronique").fill(organisation.email);
  await page.getByRole("button", { name: "Recevoir un lien" }).click();
  await expect(page.getByRole("main")).toContainText(organisation.email);
  await page.goto(await linkTo(organisation.email, RESET));
  await page.getByLabel("Nouveau mot de passe").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
  await expectSignIn(page);
});

test("a new password asks for the present one and ends the other sessions", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  await signIn(context, organisation);
  const there = await visitor();
  await signIn(there, organisation);
  await page.goto("/account/password");
  await page.getByLabel("Mot de passe actuel").fill("ce n’est pas celui-là");
  await page.getByLabel("Nouveau mot de passe").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(refusalIn(page)).toContainText("Ce n’est pas votre mot de passe actuel");
  await expect(page.getByLabel("Nouveau mot de passe")).toHaveValue(NEW_PASSWORD);
  await page.getByLabel("Mot de passe actuel").fill(PASSWORD);
  await page.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(page.getByText("Votre mot de passe est changé")).toBeVisible();
  const out = await there.newPage();
  await out.goto(`/${organisation.slug}`);
  await expectSignIn(out);
  await page.goto(`/${organisation.slug}`);
  await expect(page.getByText("Bonjour Salma")).toBeVisible();
});

test("an address changes when its own letter-box has confirmed it", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  const email = organisation.email.replace("owner", "salma");
  await signIn(context, organisation);
  await page.goto("/account");
  await page.getByRole("link", { name: "Changer d’adresse" }).click();
  await page.getByLabel("Nouvelle adresse électronique").fill(email);
  await page.getByLabel("Mot de passe actuel").fill(PASSWORD);
  await page.getByRole("button", { name: "Envoyer le lien" }).click();
  await expect(
    page.getByRole("heading", { name: `Une lettre avec un lien est écrite à ${email}` }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Revenir au profil" }).click();
  await expect(page.getByRole("main")).toContainText(`${email} attend d’être confirmée`);
  await expect(page.getByRole("main")).toContainText(organisation.email);

  // Opens the letter in a browser that is not signed in.
  const phone = await (await visitor()).newPage();
  await phone.goto(await linkTo(email, "Confirmer votre nouvelle adresse"));
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Confirmer la nouvelle adresse");
  await expectAccessible(phone, "confirm an address");
  await phone.getByRole("button", { name: "Confirmer cette adresse" }).click();
  await expectSignIn(phone);
  await expect(phone.getByRole("status").filter({ hasText: "Votre adresse est changée" })).toBeVisible();
  await page.goto(`/${organisation.slug}`);
  await expectSignIn(page);
  await typeSignIn(page, email, PASSWORD);
  await expect(page).toHaveURL(`/${organisation.slug}`);
  await page.goto("/account");
  await expect(page.getByRole("main")).toContainText(email);
});

test("a change of address is stopped from the present letter-box, or taken back", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  const email = organisation.email.replace("owner", "autre");
  await signIn(context, organisation);
  const ask = async (address: string) => {
    await page.goto("/account/email");
    await page.getByLabel("Nouvelle adresse électronique").fill(address);
    await page.getByLabel("Mot de passe actuel").fill(PASSWORD);
    await page.getByRole("button", { name: "Envoyer le lien" }).click();
    await expect(page.getByRole("heading", { name: /Une lettre avec un lien/ })).toBeVisible();
  };
  await ask(organisation.email.replace("owner", "premiere"));
  await page.goto("/account");
  await page.getByRole("button", { name: "Renoncer à ce changement" }).click();
  await expect(page.getByRole("button", { name: "Renoncer à ce changement" })).toHaveCount(0);
  await ask(email);
  const confirm = await linkTo(email, "Confirmer votre nouvelle adresse");
  const other = await (await visitor({ javaScriptEnabled: false })).newPage();
  await other.goto(await linkTo(organisation.email, "Un changement d’adresse est demandé", email));
  await expect(other.getByRole("main")).toContainText(email);
  await other.getByRole("button", { name: "Arrêter ce changement" }).click();
  await expectSignIn(other);
  await expect(other.getByText("Le changement est arrêté")).toBeVisible();
  await other.goto(confirm);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’est plus valable");
  await page.goto("/account");
  await expectSignIn(page);
});

test("a name follows into the organisation, and a language into every screen", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto("/account");
  await page.getByLabel("Votre nom").fill("");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByLabel("Votre nom")).toHaveAccessibleDescription(/À remplir/);
  await page.getByLabel("Votre nom").fill("Salma Benali");
  await page.getByLabel("Langue des écrans et des lettres").selectOption("ar");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("complementary")).toContainText("Salma Benali");
  await page.goto(`/${organisation.slug}/journal`);
  await expect(page.getByRole("complementary")).toContainText("Salma Benali");
  await expect(page.getByRole("row", { name: /Salma Benali/ })).toBeVisible();
});

test("a browser that nobody has told its language speaks the one of whoever signs in", async ({
  visitor,
  organisation,
}) => {
  const member = await makeMember(organisation, "viewer");
  const first = await visitor();
  await signIn(first, member);
  const page = await first.newPage();
  await page.goto("/account");
  await page.getByLabel("Langue des écrans et des lettres").selectOption("en");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profile");

  const other = await (await visitor()).newPage();
  await other.goto("/sign-in");
  await typeSignIn(other, member.email, PASSWORD);
  await expect(other).toHaveURL(`/${organisation.slug}`);
  await expect(other.locator("html")).toHaveAttribute("lang", "en");
});

test("somebody of no organisation any more still keeps their account", async ({
  page,
  context,
  organisation,
}) => {
  const left = await makeMember(organisation, "viewer");
  await withOrg(left.scope, (tx) =>
    tx.member.update({ where: { id: left.actor.memberId }, data: { endedAt: left.now } }),
  );
  await signIn(context, left);
  await page.goto("/account/password");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mot de passe");
  await page.getByRole("link", { name: "Retour aux organisations" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aucune organisation ne vous est ouverte");
});

for (const locale of ["fr", "en", "ar"])
  test(`what stands behind links is readable by all in ${locale}`, async ({
    page,
    context,
    organisation,
  }) => {
    await context.addCookies([{ name: "locale", value: locale, url: readServer().baseUrl }]);
    await page.goto("/forgot-password");
    await page.locator("#email").fill(organisation.email);
    await page.locator("button[type=submit]").first().click();
    await expect(page.getByRole("status").filter({ hasText: organisation.email })).toBeVisible();
    await expectAccessible(page, `sent, ${locale}`);
    await page.goto(await linkTo(organisation.email, RESET));
    await expectAccessible(page, `reset, ${locale}`);
    await page.locator("button[type=submit]").first().click();
    await expect(refusalIn(page)).toBeVisible();
    await expectAccessible(page, `refused, ${locale}`);
  });
