import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a moving holiday is confirmed from its announcement, and what is no day of it stays beside its field @happy-holiday @refusal-holiday", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/obligations/holidays`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jours fériés mobiles du Maroc");
  await expect(page.locator("form textarea")).toHaveCount(0);
  const feast = page.locator("#mawlid-2026");
  await expect(feast).toContainText("À confirmer");
  await feast.getByRole("link", { name: "Enregistrer les jours annoncés" }).click();
  await expect(feast.getByLabel("Jours fériés annoncés")).toHaveValue("2026-08-25\n2026-08-26");
  await expectAccessible(page);

  await feast.getByLabel("Jours fériés annoncés").fill("20/09/2026");
  await feast.getByLabel("Date de l’annonce officielle").fill("2026-08-10");
  await feast.getByLabel("Auteur de l’annonce").fill("Ministère des Habous");
  await feast.getByRole("button", { name: "Confirmer" }).click();
  await expect(feast.locator("#days-error")).toContainText("Ce jour est à plus de cinq jours");
  await expect(feast.getByLabel("Auteur de l’annonce")).toHaveValue("Ministère des Habous");

  await feast.getByLabel("Jours fériés annoncés").fill("26/08/2026\n27 août 2026");
  await feast.getByRole("button", { name: "Confirmer" }).click();
  await expect(feast.locator("#announcedOn-error")).toContainText("la lune n’avait pas pu être cherchée");
  await feast.getByLabel("Date de l’annonce officielle").fill("2026-08-14");
  await feast.getByRole("button", { name: "Confirmer" }).click();
  await expect(feast).toContainText("Confirmé");
  await expect(feast).toContainText(/26\saoût\s2026.*27\saoût\s2026/);
  await expect(feast).toContainText("Ministère des Habous");
});
