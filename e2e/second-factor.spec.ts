import type { BrowserContext, Page } from "@playwright/test";
import { generateSync } from "otplib";
import { findFactors } from "@/lib/features/second-factor/read/queries";
import { beginTotp, confirmTotp } from "@/lib/features/second-factor/write/mutations";
import { readTotpKey } from "@/lib/features/second-factor/read/totp";
import { openSession, readSession } from "@/lib/platform/request/session-store";
import { makeMember } from "@/prisma/factories/member";
import { PASSWORD, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";
import { readServer } from "./server";

const OVERVIEW = "/account/second-factor";
const STEP_S = 30;

/** Computes the current or the next code; the previous one could expire while it is typed. */
const codeOf = (key: string, ahead = 0) =>
  generateSync({ secret: key, epoch: Math.floor(Date.now() / 1000) + ahead * STEP_S });

async function givePassword(page: Page, email: string) {
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}

async function giveCode(page: Page, code: string) {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Continuer" }).click();
}

async function signOut(context: BrowserContext) {
  await context.clearCookies();
}

/** Sets up an authenticator application through the pages; returns its key and the ten recovery codes. */
async function setUpApplication(page: Page) {
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

async function withApplication({ actor }: Pick<MadeOrganisation, "actor">) {
  const device = { userAgent: "tests", address: "127.0.0.1" };
  const now = new Date();
  const signedIn = (await readSession(await openSession(actor.personId, device, now), now))!;
  const self = { ...signedIn, device, now };
  valueOf(await beginTotp(self, { password: "", next: "/" }));
  const key = readTotpKey((await findFactors(actor.personId)).pending!);
  const { codes } = valueOf(await confirmTotp(self, { code: codeOf(key) }));
  return { key, codes: codes! };
}

/**
 * Adds a virtual authenticator that answers at once, so a sign-in page with conditional passkeys signs in by itself.
 */
async function addAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

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

test("an application is set up, asked for at the door, and no code opens it twice", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  const { key, codes } = await setUpApplication(page);
  expect(new Set(codes).size).toBe(10);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Télécharger en texte" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("amana-codes.txt");
  await page.getByRole("link", { name: "Je les ai gardés, continuer" }).click();
  await expect(page.getByRole("main")).toContainText("Active depuis le");
  await expect(page.getByRole("main")).toContainText("10 codes sur 10");

  await signOut(context);
  const wanted = `/${organisation.slug}/controllers?view=archived`;
  await page.goto(wanted);
  await givePassword(page, organisation.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encore une chose");
  await giveCode(page, "000000");
  await expect(refusalIn(page)).toContainText("Ce code n’est pas accepté");
  const code = codeOf(key, 1);
  await giveCode(page, code);
  await expect(page).toHaveURL(wanted);

  await signOut(context);
  await page.goto("/sign-in");
  await givePassword(page, organisation.email);
  await giveCode(page, code);
  await expect(refusalIn(page)).toContainText("a déjà servi");
  await giveCode(page, codes[0]!);
  await expect(page).toHaveURL(`/${organisation.slug}`);
  await page.goto(OVERVIEW);
  await expect(page.getByRole("main")).toContainText("9 codes sur 10");
});

test("the password alone opens nothing, whatever address is asked for between the two steps", async ({
  page,
  organisation,
}) => {
  await withApplication(organisation);
  await page.goto("/sign-in");
  await givePassword(page, organisation.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encore une chose");
  for (const address of [`/${organisation.slug}`, "/account", OVERVIEW]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Se connecter");
  }
});

test("too many wrong codes lead back to the password", async ({ page, organisation }) => {
  await withApplication(organisation);
  await page.goto("/sign-in");
  await givePassword(page, organisation.email);
  for (let tries = 0; tries < 5; tries += 1) {
    await giveCode(page, `00000${tries}`);
    await expect(refusalIn(page)).toContainText("Ce code n’est pas accepté");
  }
  await giveCode(page, "000009");
  await expect(page).toHaveURL(/\/sign-in\?error=expired/);
  await expect(refusalIn(page)).toContainText("cinq essais ont passé");
});

test("the code, the codes of recovery and the way back need no script", async ({ visitor, organisation }) => {
  const context = await visitor({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(context, organisation);
  await page.goto(`${OVERVIEW}/authenticator`);
  await page.getByRole("button", { name: "Afficher le carré à scanner" }).click();
  const key = (await page.locator(".key").innerText()).replace(/\s/g, "");
  await page.getByLabel("Premier code de l’application").fill(codeOf(key));
  await page.getByRole("button", { name: "Confirmer et activer" }).click();
  await expect(page.getByRole("heading", { name: "Vos codes de secours" })).toBeVisible();

  await signOut(context);
  await page.goto(`/${organisation.slug}/controllers`);
  await givePassword(page, organisation.email);
  await giveCode(page, "123");
  await expect(refusalIn(page)).toContainText("Ce code n’est pas accepté");
  await giveCode(page, codeOf(key, 1));
  await expect(page).toHaveURL(`/${organisation.slug}/controllers`);
});

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

test("a passkey answers after the password too", async ({ page, context, organisation }) => {
  await addAuthenticator(page);
  await withoutOffers(page);
  await signIn(context, organisation);
  await addPasskey(page, "Ordinateur");
  await page.getByRole("link", { name: "Je les ai gardés, continuer" }).click();
  await expect(page).toHaveURL(OVERVIEW);
  await signOut(context);
  await page.goto(`/${organisation.slug}/journal`);
  await givePassword(page, organisation.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encore une chose");
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
  await other.getByRole("button", { name: "Afficher le carré à scanner" }).click();
  const key = (await other.locator(".key").innerText()).replace(/\s/g, "");
  await other.getByLabel("Premier code de l’application").fill(codeOf(key));
  await other.getByRole("button", { name: "Confirmer et activer" }).click();
  await other.getByRole("link", { name: "Je les ai gardés, continuer" }).click();
  await expect(other).toHaveURL(`/${organisation.slug}/controllers`);

  // A password-only session is asked for the existing factor.
  await signIn(elsewhere, member);
  await other.goto(`/${organisation.slug}/controllers`);
  await expect(other.getByRole("main")).toContainText("ouverte avec le mot de passe seul");
  await giveCode(other, codeOf(key, 1));
  await expect(other).toHaveURL(`/${organisation.slug}/controllers`);
});

test("an owner forgets the factor of a member who lost it", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const member = await makeMember(organisation, "editor");
  await withApplication(member);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/organisation/security`);
  await page.getByText("Réinitialiser pour Youssef Berrada").click();
  await expect(page.getByRole("main")).toContainText("de vive voix");
  await page.getByRole("button", { name: "Oublier son second facteur" }).click();
  await expect(page.getByRole("main")).toContainText("le mot de passe suffit pour entrer");

  const other = await (await visitor()).newPage();
  await other.goto("/sign-in");
  await givePassword(other, member.email);
  await expect(other).toHaveURL(`/${organisation.slug}`);
});

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
