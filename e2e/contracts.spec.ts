import { readFileSync } from "node:fs";
import {
  makeContract,
  makeContractInForce,
  nameInstructor,
  readings,
  fillSection,
} from "@/prisma/factories/contract";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

test("the clauses of a contract are read, and the one that is absent is found by its article @happy-contract", async ({
  page,
  context,
  organisation,
}) => {
  await makeController(organisation, { legalName: "Mutuelle des Glacis" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/contracts`);
  await page.getByRole("link", { name: "Nouveau contrat" }).first().click();
  await page.getByRole("button", { name: "Ajouter le contrat" }).click();
  await expect(page.getByLabel("Référence")).toHaveAccessibleDescription(/Ce champ est obligatoire/);
  await page.getByLabel("Responsable du traitement").selectOption({ label: "Mutuelle des Glacis" });
  await page.getByLabel("Référence").fill("MG-2026-01");
  await page.getByLabel("Intitulé").fill("Gestion des appels adhérents");
  await page.getByRole("button", { name: "Ajouter le contrat" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gestion des appels adhérents");

  await page.getByRole("link", { name: "Modifier Clauses" }).click();
  await expectAccessible(page, "the form of the clauses");
  const families = page.getByRole("navigation", { name: "Familles de clauses" });
  // States the unread clauses of five families as present, by one press each.
  for (const family of ["Objet", "Instructions", "Sous-traitants", "Assistance", "Fin"]) {
    await expect(families.locator("[aria-current=page]")).toHaveText(new RegExp(`^${family}`));
    if (family === "Instructions") await page.locator('input[name="K12.place"]').fill("annexe II");
    await page.getByRole("button", { name: "Toutes présentes" }).click();
  }
  // Answers the last three by keys.
  await expect(families.locator("[aria-current=page]")).toHaveText(/^Forme et transferts/);
  await page.locator('input[name="K24.answer"][value="unread"]').focus();
  for (const key of ["1", "3", "1"]) await page.keyboard.press(key);
  const save = page.getByRole("button", { name: "Enregistrer", exact: true });
  await expect(save).toBeFocused();
  await save.press("Enter");

  const transfer = page.getByRole("row", { name: /Outil de transfert/ });
  await expect(transfer).toContainText("44, 46");
  await expect(transfer).toContainText("Absente");
  await expect(transfer).toContainText("Les clauses 2021/915 seules");
  // Clauses that are present fold below those that lack.
  await expect(page.getByRole("row", { name: /Mesures de sécurité/ })).toHaveCount(0);
  await page.getByRole("heading", { name: "Clauses présentes" }).click();
  await expect(page.getByRole("row", { name: /Mesures de sécurité/ })).toContainText("annexe II");
  await expect(page.getByRole("row", { name: /Mesures de sécurité/ })).toContainText(
    /Marquée présente avec les autres de sa famille par .+, le /,
  );

  await page.goto(`/${organisation.slug}/contracts/matrix`);
  const matrix = page.getByRole("region", { name: "Contrats en cours par clause" });
  await expectAccessible(page, "the matrix");
  const row = matrix.getByRole("row", { name: /Mutuelle des Glacis/ });
  await row.getByRole("link", { name: "Absente" }).click();
  await expect(page).toHaveURL(/#clause-K25$/);
});

test("two people edit a contract at once: both writings are shown, and what is chosen is saved @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const contract = await makeContract(organisation, { reference: "CLASH-1" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/contracts/${contract.id}/edit/terms`);
  await page.getByLabel("Violation : heures pour notifier").fill("48");
  await fillSection(organisation, contract, "terms", { breachNoticeHours: "24", objectionDays: "15" });
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();

  await expect(page.getByRole("heading", { name: "Quelqu’un a enregistré entre-temps" })).toBeFocused();
  await page.getByRole("radio", { name: "48", exact: true }).check();
  await page.getByRole("button", { name: "Enregistrer comme version 3" }).click();
  const terms = page.locator("#terms");
  await expect(terms).toContainText("48");
  await expect(terms).toContainText("15");
});

test("an end before the start is refused beside the day, and what was typed stays @refusal-contract", async ({
  page,
  context,
  organisation,
}) => {
  const contract = await makeContractInForce(organisation, { reference: "FIN-1" }, "2026-03-01");
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/contracts/${contract.id}`);
  await page.getByRole("link", { name: "Modifier l’état" }).click();
  await page.getByRole("radio", { name: /Fin du contrat/ }).check();
  await page.getByLabel("Date de l’événement").fill("2026-02-01");
  await page.getByLabel("Motif").fill("Marché perdu");
  await page.getByRole("button", { name: "Enregistrer l’événement" }).click();
  await expect(refusalIn(page)).toContainText("La fin précède le début du contrat");
  await expect(page.getByLabel("Date de l’événement")).toHaveAccessibleDescription(/La fin précède le début/);
  await expect(page.getByLabel("Motif")).toHaveValue("Marché perdu");

  await page.goto(`/${organisation.slug}/contracts/${contract.id}/edit/term`);
  await page.getByLabel("Dernier jour").fill("2026-02-28");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByLabel("Dernier jour")).toHaveAccessibleDescription(/La fin précède le début/);
});

test("an amendment changes the days from its own on, and the past is asked for", async ({
  page,
  context,
  organisation,
}) => {
  const contract = await makeContractInForce(organisation, { reference: "AV-1" }, "2026-01-05");
  await nameInstructor(
    organisation,
    await fillSection(organisation, contract, "terms", { breachNoticeHours: "48" }),
  );
  await signIn(context, organisation);
  const address = `/${organisation.slug}/contracts/${contract.id}`;
  await page.goto(address);
  await page.getByRole("link", { name: "Nouvel avenant" }).click();
  await page.getByLabel("Intitulé").fill("Avenant 1, violations");
  await page.getByLabel("Signé le").fill("2026-05-01");
  await page.getByLabel("Prend effet le").fill("2026-06-01");
  await page.getByRole("button", { name: "Ajouter l’avenant" }).click();
  await page.getByRole("link", { name: "Modifier Délais et modalités convenus" }).click();
  await page.getByLabel("Violation : heures pour notifier").fill("24");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.locator("#terms")).toContainText("Avant : 48");

  await page.goto(address);
  await expect(page.locator("#terms")).toContainText("24");
  await page.getByLabel("Afficher au").fill("2026-05-31");
  await page.getByRole("button", { name: "Afficher", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("Aucun avenant en vigueur ce jour");
  await expect(page.locator("#terms")).toContainText("48");
  await expectAccessible(page, "a contract on a day");
});

test("a list shows what presses, and finds a contract by its controller's name", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeController(organisation, { legalName: "Câbleries Vauclin" });
  const contract = await makeContractInForce(organisation, { controllerId: id, reference: "CV-9" });
  const read = await fillSection(
    organisation,
    contract,
    "clauses",
    readings("present", { K20: "insufficient" }),
  );
  await fillSection(organisation, read, "term", { endsOn: "2026-06-30" });
  await makeContract(organisation, { reference: "LOIN-2" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/contracts?view=soon`);
  await expect(page.getByRole("row", { name: /Câbleries Vauclin/ })).toContainText("Échu le");
  await expect(page.getByRole("row", { name: /LOIN-2/ })).toHaveCount(0);
  await page.goto(`/${organisation.slug}/contracts`);
  await page.getByRole("searchbox", { name: "Chercher un contrat" }).fill("cableries");
  await page.getByRole("searchbox", { name: "Chercher un contrat" }).press("Enter");
  await expect(page.getByRole("row", { name: /CV-9/ })).toContainText("28(3) · (g)");
  await expect(page.getByRole("row", { name: /LOIN-2/ })).toHaveCount(0);
  await page.goto(`/${organisation.slug}/controllers/${id}`);
  await expect(
    page.getByRole("table").getByRole("link", { name: "Contrat de sous-traitance" }),
  ).toBeVisible();
});

test("contracts are taken away as JSON and XLSX, come back unchanged, and change what the file says @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const contract = await makeContractInForce(organisation, { reference: "RT-1", title: "Avant" });
  await fillSection(organisation, contract, "terms", { breachNoticeHours: "48" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/contracts/matrix`);
  const download = page.waitForEvent("download");
  await page.locator("summary", { hasText: "Exporter" }).click();
  await page.getByRole("button", { name: "Exporter en JSON" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  const importFile = async (stated: string | Buffer, name = "contrats.json") => {
    await page.goto(`/${organisation.slug}/contracts/import`);
    const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(stated) };
    await page.getByLabel("Fichier").setInputFiles(file);
    await page.getByRole("button", { name: "Lire le fichier" }).click();
  };
  await importFile("{}");
  await expect(page.getByLabel("Fichier")).toHaveAccessibleDescription(/ni un export de contrats/);
  await importFile(text);
  await expect(page.getByRole("row", { name: /RT-1/ })).toContainText("Inchangé");
  await expectAccessible(page, "the preview of an import");

  await page.goto(`/${organisation.slug}/contracts/matrix`);
  const workbook = page.waitForEvent("download");
  await page.locator("summary", { hasText: "Exporter" }).click();
  await page.getByRole("button", { name: "Exporter en XLSX" }).click();
  await importFile(readFileSync(await (await workbook).path()), "contrats.xlsx");
  await expect(page.getByRole("row", { name: /RT-1/ })).toContainText("Inchangé");
  await page.getByText("Colonnes de la feuille").click();
  await expectAccessible(page, "the columns of a workbook of contracts");

  await importFile(text.replace('"breachNoticeHours":48', '"breachNoticeHours":24'));
  await expect(page.getByRole("row", { name: /RT-1/ })).toContainText("Modifié");
  await expect(page.getByRole("listitem").filter({ hasText: "heures pour notifier" })).toContainText(
    /48.*24/s,
  );
  await page.getByRole("button", { name: "Écrire 1 contrat" }).click();
  await page.getByRole("link", { name: contract.controller.legalName }).click();
  await expect(page.locator("#terms")).toContainText("24");
});
