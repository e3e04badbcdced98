import { makeActiveRecord, makeController } from "@/prisma/factories/register";
import { expect, signIn, test } from "./fixtures";

test("what an entry lacks is counted for its controller, and a name of nobody shows nobody @happy-compliance @refusal-compliance", async ({
  page,
  context,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  const { reference } = await makeActiveRecord(organisation, { controllerId, operations: [] });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/compliance`);
  const search = page.getByRole("search", { name: "Chercher un responsable" });
  await search.getByLabel("Responsable").fill("personne");
  await search.getByRole("button", { name: "Chercher" }).click();
  await expect(page.getByText("Aucun responsable ne répond à ce choix")).toBeVisible();
  await search.getByLabel("Responsable").fill("Gapeau");
  await search.getByRole("button", { name: "Chercher" }).click();
  const line = page.getByRole("row", { name: /Filature du Gapeau/ });
  await expect(line).toContainText("à corriger");
  await line
    .getByRole("link", { name: /à corriger/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Registre, Filature du Gapeau");
  await expect(page.getByRole("main")).toContainText(reference);
});
