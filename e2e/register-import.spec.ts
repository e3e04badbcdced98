import { readFileSync } from "node:fs";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

test("a register taken as JSON is brought into an empty organisation, once", async ({
  page,
  context,
  organisation,
  database,
  visitor,
}) => {
  const client = await makeController(organisation, { legalName: "Zéphyr & fils" });
  const record = await makeRecord(organisation, {
    controllerId: client.id,
    activity: "Prise de réservations",
  });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records/export`);
  await page.getByRole("radio", { name: /Avec lacunes et recommandations/ }).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Exporter en JSON" }).click(),
  ]);
  const taken = readFileSync(await download.path());
  const file = { name: "registre.json", mimeType: "application/json", buffer: taken };

  const empty = await makeOrganisation(database.ownerUrl);
  const elsewhere = await visitor();
  await signIn(elsewhere, empty);
  const there = await elsewhere.newPage();
  await there.goto(`/${empty.slug}/records/import`);
  await there.getByRole("link", { name: "Restaurer un registre exporté" }).click();
  await expectAccessible(there);

  const damaged = Buffer.from(taken.toString("utf8").replace("réservations", "réservation"));
  await there.getByLabel("Fichier JSON du registre").setInputFiles({ ...file, buffer: damaged });
  await there.getByRole("button", { name: "Restaurer le registre" }).click();
  await expect(refusalIn(there)).toContainText("Ce fichier n’est plus celui qui a été exporté");

  await there.getByLabel("Fichier JSON du registre").setInputFiles(file);
  await there.getByRole("button", { name: "Restaurer le registre" }).click();
  await expect(there.getByRole("status").filter({ hasText: "Le registre est repris" })).toContainText(
    "1 fiche, 1 version",
  );
  await there.getByRole("link", { name: "Lire le registre du sous-traitant" }).click();
  const row = there.getByRole("row", { name: new RegExp(record.reference) });
  await expect(row).toContainText("Zéphyr & fils");

  await there.goto(`/${empty.slug}/records/import/register`);
  await there.getByLabel("Fichier JSON du registre").setInputFiles(file);
  await there.getByRole("button", { name: "Restaurer le registre" }).click();
  await expect(refusalIn(there)).toContainText("Ce registre n’est pas vide ici");
  await there.goto(`/${empty.slug}/journal`);
  await expect(there.getByRole("row", { name: /Registre entier repris/ })).toHaveCount(1);
});
