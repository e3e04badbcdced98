import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

test("a refusal is recorded once, and found by the number however it is written", async ({
  page,
  context,
  organisation,
}) => {
  await makeController(organisation, { legalName: "Filature du Gapeau" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/choices/new`);
  await page.getByLabel("Responsable de traitement").selectOption("Filature du Gapeau");
  await page.getByLabel("Numéro de la personne").fill("06 12 34");
  await page.getByLabel("Choix", { exact: true }).selectOption("refused");
  await page.getByLabel("Jour, à Casablanca").fill("2026-01-05");
  await page.getByLabel("Heure, à Casablanca").fill("10:30");
  await page.getByRole("button", { name: "Inscrire le choix" }).click();
  await expect(refusalIn(page)).toContainText("Ce numéro n’existe pas");
  await page.getByLabel("Numéro de la personne").fill("06 12 34 56 78");
  await page.getByRole("button", { name: "Inscrire le choix" }).click();

  await expect(page.getByRole("heading", { name: "Choix de cette personne" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Filature du Gapeau" })).toContainText(
    "Non, la personne refuse",
  );
  await expectAccessible(page);

  await page.goto(`/${organisation.slug}/telephone/choices`);
  await page.getByLabel("Numéro", { exact: true }).fill("+33 6 12 34 56 78");
  await page.getByRole("button", { name: "Chercher ses choix" }).click();
  await expect(page.getByRole("heading", { name: "Choix de cette personne" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Refusé/ })).toHaveCount(1);
  expect(decodeURIComponent(page.url())).not.toContain("612345678");

  await page.getByLabel("Numéro", { exact: true }).fill("06 98 76 54 32");
  await page.getByRole("button", { name: "Chercher ses choix" }).click();
  await expect(page.getByText("Aucun choix connu pour ce numéro")).toBeVisible();
});
