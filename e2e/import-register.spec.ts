import { makeImport } from "@/prisma/factories/import";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeOwnRecord } from "@/prisma/factories/register";
import { expect, signIn, test } from "./fixtures";

const EITHER = ["Réf.;Client;Traitement;Finalité", "T-1;Voltiris;Paie;Payer les salariés"];

for (const javaScriptEnabled of [true, false])
  test(`a table goes into the register that a person names, ${javaScriptEnabled ? "with" : "without"} a script @multiplies`, async ({
    visitor,
    organisation,
  }) => {
    const context = await visitor({ javaScriptEnabled });
    const page = await context.newPage();
    const { id } = await makeImport(organisation, "registre.csv", EITHER);
    await signIn(context, organisation);
    await page.goto(`/${organisation.slug}/records/import/${id}?step=columns`);
    await page.getByText("Le fichier est mal lu").click();
    await expect(page.getByLabel("Registre", { exact: true })).toHaveValue("processor");
    await page.getByLabel("Registre", { exact: true }).selectOption("controller");
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Relire ainsi" }).click();
    await expect(page.getByLabel("Où va la colonne Finalité", { exact: true })).toHaveValue("purposes");
    await expect(page.getByLabel("Où va la colonne Client", { exact: true })).toHaveValue("note");
    await page.getByRole("button", { name: "Vérifier les lignes" }).click();
    await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
    await page.getByRole("link", { name: "Ouvrir le registre" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Registre du responsable du traitement");
    await expect(page.getByRole("row", { name: /Paie/ })).toContainText("Payer les salariés");
  });

for (const format of ["CSV", "XLSX", "ODS"])
  test(`the company's own register comes back from ${format} as what it is @multiplies`, async ({
    page,
    context,
    database,
    organisation,
    visitor,
  }) => {
    await makeOwnRecord(organisation, { activity: "Paie", purposes: ["Payer les salariés"] });
    await signIn(context, organisation);
    await page.goto(`/${organisation.slug}/own-records/export`);
    await page.getByRole("radio", { name: /Avec lacunes et recommandations/ }).check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `Exporter en ${format}` }).click(),
    ]);
    const file = await download.path();

    await page.goto(`/${organisation.slug}/records/import`);
    await page.getByLabel("Fichier du tableur").setInputFiles(file);
    await page.getByRole("button", { name: "Lire le fichier" }).click();
    await page.getByRole("button", { name: "Vérifier les lignes" }).click();
    await expect(page.getByRole("heading", { name: "Tout est déjà dans le registre" })).toBeVisible();

    const other = await makeOrganisation(database.ownerUrl);
    const elsewhere = await visitor({ acceptDownloads: true });
    await signIn(elsewhere, other);
    const empty = await elsewhere.newPage();
    await empty.goto(`/${other.slug}/records/import`);
    await empty.getByLabel("Fichier du tableur").setInputFiles(file);
    await empty.getByRole("button", { name: "Lire le fichier" }).click();
    await empty.getByRole("button", { name: "Vérifier les lignes" }).click();
    await empty.getByRole("button", { name: "Enregistrer la fiche" }).click();
    await empty.getByRole("link", { name: "Ouvrir le registre" }).click();
    await expect(empty.getByRole("heading", { level: 1 })).toHaveText(
      "Registre du responsable du traitement",
    );
    await expect(empty.getByRole("row", { name: /Paie/ })).toContainText("Payer les salariés");
  });
