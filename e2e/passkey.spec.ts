import type { Page } from "@playwright/test";
import { makeMember } from "@/prisma/factories/member";
import { addAuthenticator } from "./authenticator";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";
import { OVERVIEW, codeOf, typePassword, typeCode, signOut, setUpApplication } from "./second-factor-steps";

/** Disables conditional passkeys from the next page on, so that nothing happens before a press. */
async function withoutOffers(page: Page) {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
}

async function addPasskey(page: Page, name: string) {
  await page.goto(`${OVERVIEW}/passkeys/new`);
  await page.getByLabel("Nom de la clé").fill(name);
  await page.getByRole("button", { name: "Créer la clé d’accès" }).click();
}

test("a passkey is added, named, and opens Amana alone", async ({ page, context, organisation }) => {
  await addAuthenticator(page);
  await signIn(context, organisation);
  await addPasskey(page, "Téléphone");
  await expect(page.getByRole("heading", { name: "Vos codes de secours" })).toBeFocused();
  await page.getByRole("link", { name: "Je les ai gardés, continuer" }).click();
  await expect(page.getByRole("main")).toContainText("jamais utilisée");

  await signOut(context);
  await page.goto(`/sign-in?next=/${organisation.slug}/controllers`);
  await expect(page).toHaveURL(`/${organisation.slug}/controllers`);

  await withoutOffers(page);
  const pressForPasskey = async (address: string) => {
    await signOut(context);
    await page.goto(address);
    await page.getByRole("button", { name: "Se connecter avec une clé d’accès" }).click();
  };
  await pressForPasskey(`/sign-in?next=/${organisation.slug}/journal`);
  await expect(page).toHaveURL(`/${organisation.slug}/journal`);
  await page.goto(OVERVIEW);
  await expect(page.getByRole("main")).toContainText("dernière utilisation");

  await page.getByRole("link", { name: "Renommer ou retirer « Téléphone »" }).click();
  await page.getByLabel("Nom de la clé").fill("Téléphone de Salma");
  await page.getByRole("button", { name: "Enregistrer le nom" }).click();
  await page.getByRole("link", { name: "Renommer ou retirer « Téléphone de Salma »" }).click();
  await page.getByRole("button", { name: "Retirer la clé d’accès" }).click();
  await expect(page).toHaveURL(OVERVIEW);
  await expect(page.getByRole("main")).not.toContainText("Téléphone de Salma");

  // The device still offers the passkey that the server has deleted.
  await pressForPasskey("/sign-in");
  await expect(page.getByRole("alert").filter({ hasText: "pas acceptée ici" })).toBeVisible();
});

test("a passkey answers after the password too @multiplies", async ({ page, context, organisation }) => {
  await addAuthenticator(page);
  await withoutOffers(page);
  await signIn(context, organisation);
  await addPasskey(page, "Ordinateur");
  await page.getByRole("link", { name: "Je les ai gardés, continuer" }).click();
  await expect(page).toHaveURL(OVERVIEW);
  await signOut(context);
  await page.goto(`/${organisation.slug}/journal`);
  await typePassword(page, organisation.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vérification en deux étapes");
  await page.getByRole("button", { name: "Utiliser une clé d’accès" }).click();
  await expect(page).toHaveURL(`/${organisation.slug}/journal`);
});

test("an organisation demands a second factor of whoever is in already, and leads back", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const member = await makeMember(organisation, "editor");
  const elsewhere = await visitor();
  await signIn(elsewhere, member);
  const other = await elsewhere.newPage();
  await other.goto(`/${organisation.slug}/controllers/new`);
  await other.getByLabel("Dénomination sociale").fill("Brasserie Kervadec");
  await other.getByLabel("Agit comme").selectOption("controller");

  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/organisation/security`);
  await expect(page.getByRole("main")).toContainText("ajoutez le vôtre");
  await setUpApplication(page);
  await page.goto(`/${organisation.slug}/organisation/security`);
  await expect(page.getByRole("main")).toContainText("Un membre n’en a pas encore");
  await page.getByRole("button", { name: "Exiger un second facteur" }).click();
  await expect(page.getByRole("button", { name: "Ne plus l’exiger" })).toBeVisible();

  // A demanded factor preserves the draft, answers machines with 403 and redirects pages to the factors.
  await other.getByRole("button", { name: "Ajouter le responsable" }).click();
  await expect(refusalIn(other)).toContainText("Votre organisation demande un second facteur");
  await expect(other.getByLabel("Dénomination sociale")).toHaveValue("Brasserie Kervadec");
  const taken = await other.request.post(`/api/exports/${organisation.slug}`, {
    headers: { "sec-fetch-site": "same-origin" },
    form: { format: "csv" },
  });
  expect(taken.status()).toBe(403);
  expect(await taken.json()).toMatchObject({ title: "Second factor required" });

  await other.goto(`/${organisation.slug}/controllers`);
  await expect(other).toHaveURL(/\/account\/second-factor\?next=/);
  await expect(other.getByRole("main")).toContainText("exige un second facteur");
  await other.getByRole("link", { name: "Ajouter une application" }).click();
  await other.getByRole("button", { name: "Afficher le QR code à scanner" }).click();
  const key = (await other.locator(".key").innerText()).replace(/\s/g, "");
  await other.getByLabel("Premier code de l’application").fill(codeOf(key));
  await other.getByRole("button", { name: "Confirmer et activer" }).click();
  await other.getByRole("link", { name: "Je les ai gardés, continuer" }).click();
  await expect(other).toHaveURL(`/${organisation.slug}/controllers`);

  // A password-only session is asked for the existing factor.
  await signIn(elsewhere, member);
  await other.goto(`/${organisation.slug}/controllers`);
  await expect(other.getByRole("main")).toContainText("ouverte avec le mot de passe seul");
  await typeCode(other, codeOf(key, 1));
  await expect(other).toHaveURL(`/${organisation.slug}/controllers`);
});
