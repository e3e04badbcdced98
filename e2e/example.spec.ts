import { fillExample } from "@/lib/features/example/write/mutations";
import { makeSetupToken } from "@/prisma/factories/organisation";
import { makeMember } from "@/prisma/factories/member";
import { makeRecord } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

const NOTICE = "Données d’exemple";

test("set-up with the example fills every room, and says so on every page @multiplies", async ({
  page,
  database,
}) => {
  const token = await makeSetupToken(database.ownerUrl, new Date());
  await page.goto(`/setup?token=${token}`);
  await page.getByLabel("Dénomination sociale").fill(`Centre Exemple ${process.pid}`);
  await page.getByLabel("Pays").selectOption("MA");
  await page.getByLabel("Votre nom").fill("Salma Idrissi");
  await page.getByLabel("Votre adresse électronique").fill(`exemple-${process.pid}@centre.example`);
  await page.getByLabel("Mot de passe").fill("trois pommes sur la table bleue");
  await page.getByLabel("Remplir avec le centre d’appels d’exemple").check();
  await page.getByRole("button", { name: "Ouvrir le registre" }).click();

  await expect(page.getByText(NOTICE)).toBeVisible();
  await page.getByRole("link", { name: /^Registre/ }).click();
  await expect(page.getByRole("row", { name: /Orvelle Énergie SA/ }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /أمان للتأمين/ }).first()).toBeVisible();
  for (const room of ["Clients", "Sécurité", "Preuves", "Réglages"]) {
    await page.getByRole("navigation", { name: "Navigation principale" }).getByText(room).click();
    await expect(page.getByText(NOTICE)).toBeVisible();
  }
});

test("the example is put in place and cleared in one act, and what was added stays", async ({
  page,
  context,
  organisation,
}) => {
  await makeRecord(organisation, { activity: "Appels de notre vrai client" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/example`);
  await page.getByRole("button", { name: "Mettre l’exemple en place" }).click();
  await expect(page.getByText(NOTICE)).toBeVisible();

  await page.getByRole("link", { name: "Effacer l’exemple" }).click();
  await expect(page.getByRole("main")).toContainText("45 fiches, 9 responsables du traitement");
  await expect(page.getByRole("main")).toContainText("Ce que vous avez ajouté : 1 fiche");
  await expectAccessible(page, "clearing the example");
  await page.getByRole("button", { name: "Effacer l’exemple" }).click();
  await expect(page.getByText("Cochez cette case avant d’effacer.").first()).toBeVisible();
  await page.getByLabel("J’ai lu ce qui part et ce qui reste").check();
  await page.getByRole("button", { name: "Effacer l’exemple" }).click();

  await expect(page.getByRole("heading", { level: 1, name: /novembre|\d{4}/ })).toBeVisible();
  await expect(page.getByText(NOTICE)).toHaveCount(0);
  await page.goto(`/${organisation.slug}/records`);
  await expect(page.getByRole("row", { name: /Appels de notre vrai client/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Orvelle Énergie SA/ })).toHaveCount(0);
});

test("a colleague sees that it is an example, and may not take it away @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  await fillExample(organisation);
  await signIn(context, await makeMember(organisation, "dpo"));
  await page.goto(`/${organisation.slug}`);
  await expect(page.getByText(NOTICE)).toBeVisible();
  await expect(page.getByRole("link", { name: "Effacer l’exemple" })).toHaveCount(0);
  expect((await page.goto(`/${organisation.slug}/example`))?.status()).toBe(403);
});
