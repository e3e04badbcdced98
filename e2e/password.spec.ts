import { PASSWORD } from "@/prisma/factories/organisation";
import { linkTo } from "./account-letters";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";
import { readServer } from "./server";
import { typeSignIn, expectSignIn } from "./account-forms";

const NEW_PASSWORD = "quatre chevaux sur la falaise";
const RESET = "Choisir un nouveau mot de passe";

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
    await page.getByLabel("Nouveau mot de passe").fill("court");
    await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
    await expect(refusalIn(page)).not.toContainText("Trop de gens");
    await page.getByLabel("Nouveau mot de passe").fill("Salma-Idrissi-2026");
    await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
    await expect(refusalIn(page)).toContainText("il n’en reste presque rien");
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
    await expect(refusalIn(page)).toContainText("mot de passe incorrect");
    await typeSignIn(page, organisation.email, NEW_PASSWORD);
    await expect(page).toHaveURL(`/${organisation.slug}`);
  });

  await test.step("the link is used up", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien a déjà servi");
    await expect(page.getByRole("textbox")).toHaveCount(0);
  });
});

test("a forgotten password needs no script @multiplies", async ({ visitor, organisation }) => {
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
    page.getByRole("heading", { name: `Un courriel avec un lien est écrit à ${email}` }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Retour au profil" }).click();
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
    await expect(page.getByRole("heading", { name: /Un courriel avec un lien/ })).toBeVisible();
  };
  await ask(organisation.email.replace("owner", "premiere"));
  await page.goto("/account");
  await page.getByRole("button", { name: "Annuler la demande de changement" }).click();
  await expect(page.getByRole("button", { name: "Annuler la demande de changement" })).toHaveCount(0);
  await ask(email);
  const confirm = await linkTo(email, "Confirmer votre nouvelle adresse");
  const other = await (await visitor({ javaScriptEnabled: false })).newPage();
  await other.goto(await linkTo(organisation.email, "Un changement d’adresse est demandé", email));
  await expect(other.getByRole("main")).toContainText(email);
  await other.getByRole("button", { name: "Annuler ce changement" }).click();
  await expectSignIn(other);
  await expect(other.getByText("Le changement est arrêté")).toBeVisible();
  await other.goto(confirm);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’est plus valable");
  await page.goto("/account");
  await expectSignIn(page);
});

for (const locale of ["fr", "en", "ar"])
  test(`what stands behind links is readable by all in ${locale} @multiplies`, async ({
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
