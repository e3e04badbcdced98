import { makeController, makeRecord } from "@/prisma/factories/register";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

test("a new record says what it lacks by article, and is mended section by section @happy-processing-record @refusal-processing-record", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeController(organisation, { legalName: "Bibliothèque Oriane" });
  const sheet = page.getByRole("main");
  const edit = (section: string) => page.getByRole("link", { name: `Modifier ${section}` }).click();
  const save = (verb: string) => page.getByRole("button", { name: verb }).click();
  await signIn(context, organisation);

  await test.step("a controller and a category are enough to begin", async () => {
    await page.goto(`/${organisation.slug}/controllers/${id}`);
    await page.getByRole("link", { name: "Nouvelle fiche" }).click();
    await expect(page.getByLabel("Responsable du traitement")).toHaveValue(id);
    await page.getByLabel("Catégorie de traitements").fill("Prestation centre d’appels");
    await save("Créer la fiche");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Prestation centre d’appels, Bibliothèque Oriane",
    );
  });

  await test.step("each gap stands beside its field, with its article; the law asks no more", async () => {
    await expect(page.getByText("30(2)(a), 27 · champ vide, sans motif")).toBeVisible();
    await expect(page.getByText("30(2)(b) · trop vague")).toBeVisible();
    await expect(sheet).toContainText("nomme un métier et aucun traitement : l’art. 30(2)(b) demande");
    await expect(page.getByText("30(2)(c) · sans réponse")).toBeVisible();
    await expect(page.getByText("30(2)(d), 32(1) · champ vide, sans motif")).toBeVisible();
    await expect(page.getByText("4 lacunes")).toBeVisible();
    await expect(sheet).not.toContainText(/finalité|durée de conservation/i);
  });

  await test.step("why a gap is asked for is explained, with an example", async () => {
    await sheet.getByRole("link", { name: "Pourquoi ? Art. 30(2)(c)" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Transferts hors de l’Union");
    await expect(page.getByRole("main")).toContainText("Une équipe au Maroc qui consulte un logiciel");
    await page.goBack();
  });

  await test.step("operations", async () => {
    await edit("Catégories de traitements effectués");
    await expect(page.getByText("30(2)(b) · trop vague")).toBeVisible();
    await page.getByLabel("Opérations réalisées").fill("Prolongation de prêts\nRelance des retards");
    await save("Enregistrer les opérations");
    await expect(page.getByText("3 lacunes")).toBeVisible();
    await expect(page.getByText("30(2)(b) · trop vague")).toHaveCount(0);
  });

  await test.step("hosting in Paris does not make a transfer go away", async () => {
    await edit("Transferts hors de l’Union");
    await page.getByRole("radio", { name: "Non", exact: true }).check();
    await page.getByLabel("Motif de la réponse").fill("Aucun, tout est hébergé à Paris");
    await save("Enregistrer les transferts");
    await expect(page.getByText("30(2)(c), 44 · l’accès à distance est un transfert")).toBeVisible();
  });

  await test.step("the country is named, then its safeguard", async () => {
    await edit("Transferts hors de l’Union");
    await page.getByRole("radio", { name: "Oui" }).check();
    // Two blank destinations are rendered for browsers without JavaScript and removed by the script.
    await expect(page.getByRole("group", { name: /^Destination/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Ajouter une destination" }).click();
    const destination = page.getByRole("group", { name: "Destination 1" });
    await destination.getByLabel("Pays", { exact: true }).selectOption({ label: "Maroc" });
    await save("Enregistrer les transferts");
    await expect(page.getByText("44, 46 · sans garantie")).toBeVisible();
    await edit("Transferts hors de l’Union");
    await destination
      .getByLabel("Garantie", { exact: true })
      .selectOption({ label: "Clauses contractuelles types 2021/914" });
    await destination
      .getByLabel("Module")
      .selectOption({ label: "module 2, de responsable à sous-traitant" });
    await destination.getByLabel("Signée le").fill("un de ces jours");
    await save("Enregistrer les transferts");
    await expect(refusalIn(page)).toContainText("n’est pas lisible");
    await expect(destination.getByLabel("Signée le")).toHaveValue("un de ces jours");
    await destination.getByLabel("Signée le").fill("10/1/2024");
    await destination.getByLabel("Analyse d’impact du transfert").fill("janvier 2024");
    await save("Enregistrer les transferts");
    await expect(page.getByText("2 lacunes")).toBeVisible();
    await expect(sheet).toContainText("10 janv. 2024");
    await expect(sheet).toContainText("janvier 2024");
  });

  await test.step("security", async () => {
    await edit("Sécurité");
    await page.getByLabel("Mesures techniques et organisationnelles").fill("Conforme au RGPD");
    await save("Enregistrer la sécurité");
    await expect(page.getByText("30(2)(d), 32(1) · description insuffisante")).toBeVisible();
    await edit("Sécurité");
    await page.getByLabel("Mesures techniques et organisationnelles").fill("Cartes à puce\nPostes chiffrés");
    await save("Enregistrer la sécurité");
    await expect(page.getByText("1 lacune", { exact: true })).toBeVisible();
  });

  await test.step("the representative is a matter of the organisation, for all its records", async () => {
    await page.getByRole("link", { name: "Compléter" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Centre");
    await edit("Représentant dans l’Union");
    await page.getByLabel("Non concernés : liés par nos contrats seulement").check();
    await page.getByLabel("Motif, en toutes lettres").fill("Nous ne visons personne dans l’Union");
    await save("Enregistrer le représentant");
    await expect(sheet).toContainText("Nous ne visons personne dans l’Union");
    await page.goto(`/${organisation.slug}/records`);
    await expect(page.getByRole("row", { name: /Bibliothèque Oriane/ })).toContainText("Complète");
    await page.getByRole("navigation", { name: "Vues du registre" }).getByText("Avec lacunes").click();
    await expect(page.getByText("Aucune fiche ne correspond").first()).toBeVisible();
  });
});

test("a review and a state are dated facts: in force, then ended with its reason", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeRecord(organisation, { activity: "Prise de commandes" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records/${id}`);
  await expect(page.getByText(/· jamais relue/)).toBeVisible();
  await page.getByRole("button", { name: "Valider la relecture" }).click();
  await expect(page.getByRole("main")).toContainText("Version 2");
  await expect(page.getByText(/· jamais relue/)).toHaveCount(0);
  await page.getByRole("link", { name: "Modifier l’état" }).click();
  const date = page.getByRole("button", { name: "Enregistrer le changement d’état" });
  await page.getByRole("radio", { name: "Mettre en vigueur" }).check();
  await expect(page.getByText(/lacunes restent à combler/)).toBeVisible();
  await page.getByLabel("Date de l’événement").fill(dayFromNow(-30));
  await date.click();
  await expect(page.getByText("L’état de la fiche est changé et daté.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("État présent : Active");

  await page.getByRole("radio", { name: "Clore" }).check();
  await page.getByLabel("Date de l’événement").fill(dayFromNow(2));
  await page.getByLabel("Motif").fill("Contrat arrivé à son terme");
  await date.click();
  await expect(page.getByLabel("Date de l’événement")).toHaveAccessibleDescription(/La date est à venir/);
  await page.getByLabel("Date de l’événement").fill(dayFromNow(-1));
  await page.getByLabel("Motif").fill("");
  await date.click();
  await expect(page.getByLabel("Motif")).toHaveAccessibleDescription(/Écrivez le motif/);
  await page.getByLabel("Motif").fill("Contrat arrivé à son terme");
  await date.click();
  await expect(page.getByRole("main")).toContainText("État présent : Close");

  await page.goto(`/${organisation.slug}/records/${id}`);
  await expect(page.getByRole("main")).toContainText("Contrat arrivé à son terme");
  await page.goto(`/${organisation.slug}/records`);
  await page.getByRole("navigation", { name: "Vues du registre" }).getByText("Closes").click();
  await expect(page.getByRole("row", { name: /Prise de commandes/ })).toContainText("Close");
});
