import { makeContractInForce } from "@/prisma/factories/contract";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a refusal keeps a sub-processor out of a record, and the matrix shows it", async ({
  page,
  context,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Voltiris" });
  await makeContractInForce(organisation, { controllerId, reference: "C-015" });
  const record = await makeRecord(organisation, { controllerId, activity: "Service client" });
  const voice = await makeWholeSubProcessor(organisation);
  const cloud = await makeWholeSubProcessor(organisation, { name: "Sahel Cloud SARL" });
  await insertAuthorisation(organisation, { controllerId, subProcessor: voice, state: "approved" });
  await signIn(context, organisation);

  await page.goto(`/${organisation.slug}/records/${record.id}/edit/additional`);
  await expect(page.getByRole("listitem").filter({ hasText: "Sahel Cloud SARL" })).toContainText(
    "accord écrit, art. 28(2)",
  );
  await page.getByRole("button", { name: "Ajouter un sous-traitant ultérieur" }).click();
  const row = page.getByRole("group", { name: "Sous-traitant ultérieur 1", exact: true });
  const choice = row.getByLabel("Sous-traitant de la liste");
  await expect(choice.getByRole("option")).toHaveText(["Choisir dans la liste", /Numéria Voix SAS$/]);
  await choice.selectOption({ label: `${voice.reference} Numéria Voix SAS` });
  await row.getByLabel("Service rendu").fill("Opérateur des lignes");
  // Inserts a refusal while the form is open.
  await insertAuthorisation(organisation, {
    controllerId,
    subProcessor: voice,
    state: "refused",
    at: "2026-10-12T09:00:00Z",
  });
  const save = page.locator("form button[type=submit]").first();
  await save.click();
  await expect(row).toContainText("Numéria Voix SAS n’est pas actif pour ce responsable");
  await expect(choice).toHaveValue(voice.id);
  await expect(row.getByLabel("Service rendu")).toHaveValue("Opérateur des lignes");
  await expectAccessible(page, "a sub-processor refused in a record");

  await page.goto(`/${organisation.slug}/authorisations`);
  const line = page.getByRole("row", { name: /Voltiris/ });
  await expect(line.getByRole("gridcell").nth(1)).toHaveText(/Refusée/);
  await expect(line.getByRole("gridcell").nth(2)).toHaveText(/Jamais demandé/);
  await line.getByRole("link", { name: /Refusée/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(line.getByRole("link", { name: "Jamais demandé" })).toBeFocused();
  await expectAccessible(page, "the matrix of authorisations");
  await page.getByLabel("État").selectOption({ label: "Refusée" });
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page.getByRole("columnheader", { name: cloud.content.identity.name })).toBeHidden();
  await expect(line.getByRole("gridcell").nth(1)).toHaveText(/Refusée/);
});
