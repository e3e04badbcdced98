import { makeMember } from "@/prisma/factories/member";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { draftNotice, saveNotice } from "@/lib/features/breach-notice/write/drafts";
import { withOrg } from "@/lib/platform/database/transaction";
import { type MadeOrganisation, PASSWORD } from "@/prisma/factories/organisation";
import type { BrowserContext, Page } from "@playwright/test";
import { revokeSession } from "@/lib/platform/request/session-store";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { waitUntilHydrated } from "./scripted";

const operations = (page: Page) => page.getByLabel("Opérations réalisées");
const save = (page: Page) => page.getByRole("button", { name: "Enregistrer les opérations" }).click();

/** Ends the session on the server and leaves the cookie in the browser. */
async function endSession(context: BrowserContext): Promise<void> {
  const cookie = (await context.cookies()).find(({ name }) => name === SESSION_COOKIE);
  await revokeSession(cookie!.value, new Date());
}

async function signInByForm(page: Page, email: string): Promise<void> {
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}

test("a session ends in the middle of a form: signed in again, the form is as it was", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeRecord(organisation);
  const address = `/${organisation.slug}/records/${id}/edit/operations`;
  await signIn(context, organisation);
  await page.goto(address);
  await operations(page).fill("Réception d’appels\nRappel des abonnés");

  await endSession(context);
  await save(page);
  await expect(page.getByRole("heading", { name: "Votre session est terminée" })).toBeVisible();
  await expect(operations(page)).toHaveValue("Réception d’appels\nRappel des abonnés");
  await page.getByRole("link", { name: "Se reconnecter" }).click();
  await signInByForm(page, organisation.email);
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("status").filter({ hasText: "est revenu" })).toBeVisible();
  await expect(operations(page)).toHaveValue("Réception d’appels\nRappel des abonnés");
  await save(page);
  await expect(operations(page)).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Rappel des abonnés");

  await page.goto(address);
  await expect(operations(page)).toHaveValue("Réception d’appels\nRappel des abonnés");
  await expect(page.getByText("est revenu")).toHaveCount(0);
});

test("so it is when the browser has forgotten the session altogether", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeRecord(organisation);
  const address = `/${organisation.slug}/records/${id}/edit/operations`;
  await signIn(context, organisation);
  await page.goto(address);
  await operations(page).fill("Rappel des abonnés");
  await context.clearCookies();
  await save(page);
  await signInByForm(page, organisation.email);
  await expect(page).toHaveURL(address);
  await expect(operations(page)).toHaveValue("Rappel des abonnés");
});

test("what is typed before the page's script has come stays, and is saved", async ({
  page,
  context,
  organisation,
}) => {
  const letScriptsIn = await openWithoutScripts(page, context, organisation);
  await operations(page).fill("Rappel des abonnés");
  letScriptsIn();
  await waitUntilHydrated(page);
  await expect(operations(page)).toHaveValue("Rappel des abonnés");
  await save(page);
  await expect(operations(page)).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Rappel des abonnés");
});

test("what was selected before it has come is what the next words replace", async ({
  page,
  context,
  organisation,
}) => {
  const letScriptsIn = await openWithoutScripts(page, context, organisation);
  await operations(page).selectText();
  letScriptsIn();
  await waitUntilHydrated(page);
  await page.keyboard.insertText("Rappel des abonnés");
  await expect(operations(page)).toHaveValue("Rappel des abonnés");
});

/** Blocks the page's scripts; returns a function that releases them. */
async function openWithoutScripts(page: Page, context: BrowserContext, organisation: MadeOrganisation) {
  const { id } = await makeRecord(organisation);
  await signIn(context, organisation);
  let letScriptsIn = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (letScriptsIn = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(`/${organisation.slug}/records/${id}/edit/operations`, { waitUntil: "commit" });
  return letScriptsIn;
}

test("a reload gives rows back as well, and what came back can be let go", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeRecord(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records/${id}/edit/transfers`);
  await page.getByRole("radio", { name: "Oui" }).check();
  await page.getByRole("button", { name: "Ajouter une destination" }).click();
  await page.getByLabel("Pays").selectOption("SN");
  await page.reload();

  await expect(page.getByText("est revenu")).toBeVisible();
  await expect(page.getByLabel("Pays")).toHaveValue("SN");
  await expect(page.getByRole("radio", { name: "Oui" })).toBeChecked();
  await page.getByRole("button", { name: "L’abandonner" }).click();
  await expect(page.getByLabel("Pays")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "Non renseigné" })).toBeChecked();
  await page.reload();
  await expect(page.getByRole("button", { name: "Ajouter une destination" })).toBeVisible();
  await expect(page.getByText("est revenu")).toHaveCount(0);
});

test("nobody else is shown it, and leaving the page forgets it", async ({ page, context, organisation }) => {
  const { id } = await makeRecord(organisation);
  const address = `/${organisation.slug}/records/${id}/edit/operations`;
  const colleague = await makeMember(organisation, "editor");
  await signIn(context, organisation);
  await page.goto(address);
  const before = await operations(page).inputValue();
  await operations(page).fill("Brouillon de la première personne");
  await context.clearCookies();
  await signIn(context, colleague);
  await page.goto(address);
  await expect(operations(page)).toHaveValue(before);

  await operations(page).fill("Brouillon de la seconde");
  await page.getByRole("link", { name: "Annuler", exact: true }).click();
  await expect(operations(page)).toHaveCount(0);
  await page.goto(address);
  await expect(operations(page)).toHaveValue(before);
});

test("two people lengthen the same list: both lengths can be kept as one", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const { id } = await makeRecord(organisation, { operations: ["Réception d’appels"] });
  const address = `/${organisation.slug}/records/${id}/edit/operations`;
  const other = await visitor();
  await signIn(context, organisation);
  await signIn(other, await makeMember(organisation, "dpo"));
  const second = await other.newPage();
  await Promise.all([page.goto(address), second.goto(address)]);

  await operations(second).fill("Réception d’appels\nÉcoute différée");
  await save(second);
  await expect(operations(second)).toHaveCount(0);
  await operations(page).fill("Réception d’appels\nSaisie des commandes");
  await save(page);
  await page.getByRole("radio", { name: "Les deux réunies" }).check();
  await page.getByRole("button", { name: "Enregistrer comme version 3" }).click();
  const sheet = page.getByRole("main");
  await expect(sheet).toContainText("Écoute différée");
  await expect(sheet).toContainText("Saisie des commandes");
});

test("two people on one notice: after a reload nothing typed lies over what a colleague saved", async ({
  page,
  context,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation);
  const { parts } = await makeBreachFile(organisation, { controllerIds: [controllerId] });
  const { id } = valueOf(await draftNotice(organisation, { partId: parts[0]!.partId }));
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/breaches/notices/${id}`);
  await waitUntilHydrated(page);
  await page.getByLabel("Mesures prises ou proposées").fill("Compte fermé");
  await page.getByLabel("Conséquences probables").fill("Aucune");

  const colleague = {
    id,
    version: "1",
    locale: "fr",
    cause: "Un compte de technicien",
    consequences: "Appels frauduleux",
  };
  valueOf(await saveNotice(organisation, noticeSaveSchema.parse(colleague)));
  await page.reload();
  await expect(page.getByLabel("Cause")).toHaveValue("Un compte de technicien");
  await expect(page.getByLabel("Mesures prises ou proposées")).toHaveValue("Compte fermé");
  await expect(page.getByLabel("Conséquences probables")).toHaveValue("Appels frauduleux");
  const newer = page.getByRole("alert").filter({ hasText: "Quelqu’un a enregistré depuis" });
  await expect(newer).toContainText("Votre texte : Aucune");
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  const stored = () =>
    withOrg(organisation.scope, (tx) => tx.breachNotice.findUniqueOrThrow({ where: { id } }));
  await expect.poll(async () => (await stored()).version).toBe(3);
  expect((await stored()).content).toMatchObject({
    cause: "Un compte de technicien",
    measures: "Compte fermé",
    consequences: "Appels frauduleux",
  });
});
