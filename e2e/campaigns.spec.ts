import { makeCollection } from "@/prisma/factories/consent";
import { makeCampaign, makeConsents, makePreparedCampaign } from "@/prisma/factories/campaign";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a campaign is red until consents are received, then starts", async ({
  page,
  context,
  organisation,
}) => {
  const campaign = await makePreparedCampaign(organisation);
  await signIn(context, organisation);
  const sheet = `/${organisation.slug}/telephone/campaigns/${campaign.id}`;
  await page.goto(sheet);
  const readiness = page.locator("#readiness");
  await expect(readiness).toContainText("Elle ne peut pas commencer");
  await expect(readiness.getByRole("listitem")).toContainText(["Aucun consentement avant cet appel."]);
  await expectAccessible(page);

  await page.getByRole("link", { name: "Modifier l’état" }).click();
  await page.getByRole("radio", { name: /^Lancer/ }).check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText(/Un point l’interdit.*L223-1/).first()).toBeVisible();

  await page.goto(`/${organisation.slug}/telephone/consents/new`);
  await page.getByLabel("Responsable du traitement").selectOption(campaign.controllerId);
  await page.getByLabel("Nom du recueil").fill("Formulaire du site");
  await page.getByLabel("Texte présenté à la personne").fill("J’accepte d’être appelé.");
  for (const item of [
    "Identités et nature",
    "Choix libre",
    "Durée, d’un an",
    "Comment retirer",
    "Accès à la preuve indiqué",
  ])
    await page.getByLabel(item).selectOption("yes");
  await page.getByLabel("Comment obtenir la preuve").fill("Chez le responsable, sous huit jours");
  await page.getByRole("button", { name: "Enregistrer le recueil" }).click();
  await page.getByRole("radio", { name: /Toute la liste/ }).check();
  const lines = [
    "Téléphone;Date;Durée;Référence",
    "06 12 34 56 78;01/10/2026;12 mois;FORM-17",
    "0612;01/10/2026;12 mois;FORM-18",
  ];
  await page.getByLabel("Fichier CSV").setInputFiles({
    name: "consentements.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(lines.join("\r\n")),
  });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.locator("#files")).toContainText(/Ajoutées\s:\s1.*Refusées\s:\s1/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Télécharger les lignes refusées" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("lignes-refusees.csv");
  await expectAccessible(page);

  await page.goto(sheet);
  await expect(readiness).toContainText("Rien ne s’y oppose");
  await page.getByRole("link", { name: "Modifier l’état" }).click();
  await page.getByRole("radio", { name: /^Lancer/ }).check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page).toHaveURL(sheet);
  await expect(page.getByText("En cours", { exact: true })).toBeVisible();
});

test("a campaign is recorded and described, and what is wrong stays beside its field @happy-campaign @refusal-campaign", async ({
  page,
  context,
  organisation,
}) => {
  const { legalName } = await makeController(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/campaigns`);
  await page.getByRole("link", { name: "Nouvelle campagne" }).first().click();
  await page.getByLabel("Responsable du traitement").selectOption({ label: legalName });
  await page.getByLabel("Nom de la campagne").fill("Énergie, printemps");
  await page.getByRole("button", { name: "Enregistrer la campagne" }).click();
  await page.getByLabel("Premier jour").fill("2027-03-01");
  await page.getByLabel("Dernier jour").fill("2027-02-26");
  await page.getByLabel("La Réunion").check();
  await page.getByRole("button", { name: "Ajouter un numéro" }).click();
  await page
    .getByRole("group", { name: "Numéro 1" })
    .getByLabel("Numéro", { exact: true })
    .fill("06 12 34 56 78");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Le dernier jour précède le premier.").first()).toBeVisible();
  await expect(page.getByLabel("La Réunion")).toBeChecked();
  await page.getByLabel("Dernier jour").fill("2027-03-26");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const content = page.locator("#campaign");
  await expect(content).toContainText("Indian/Reunion");
  await expect(content).toContainText("+33612345678 · Mobile français, 06 ou 07 · authentification inconnue");
});

test("a campaign of a Moroccan client to Morocco cites the laws of that client, and nothing of France", async ({
  page,
  context,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, {
    legalName: "Aman Assurances",
    country: "MA",
    address: "12 boulevard Zerktouni, Casablanca",
  });
  const { id } = await makeCampaign(organisation, { controllerId, territories: [], countries: ["MA"] });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/campaigns/${id}`);
  await expect(page.locator("#readiness")).toContainText(/23\(3\).*loi 09.08/);
  await expect(page.locator("#campaign")).toBeVisible();
  await expect(page.locator("#scrubs")).toHaveCount(0);
  await expect(page.locator("main")).not.toContainText("L223-1");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("main")).not.toContainText("L223-1");
});

test("an instruction that its client withdraws forbids the campaign that rests on it", async ({
  page,
  context,
  organisation,
}) => {
  const campaign = await makePreparedCampaign(organisation);
  await makeConsents(organisation, campaign);
  await signIn(context, organisation);
  const sheet = `/${organisation.slug}/telephone/campaigns/${campaign.id}`;
  await page.goto(sheet);
  await expect(page.locator("#readiness")).not.toContainText("remplacée ou retirée");

  await page.goto(`/${organisation.slug}/instructions/${campaign.instructionId}/move/withdraw`);
  await page.getByLabel("Par quelle pièce, de qui").fill("Courriel du responsable");
  await page.getByRole("button", { name: "Enregistrer le retrait" }).click();
  await expect(page.locator(".summary")).toContainText("retirée");

  await page.goto(sheet);
  await expect(page.locator("#readiness")).toContainText("L’instruction est remplacée ou retirée");
  await page.getByRole("link", { name: "Modifier l’état" }).click();
  await page.getByRole("radio", { name: /^Lancer/ }).check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText(/Un point l’interdit.*28\(3\)\(a\)/).first()).toBeVisible();
});

test("a file that is no list of consents is refused, and adds nothing", async ({
  page,
  context,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation);
  const { id } = await makeCollection(organisation, { controllerId });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/consents/${id}`);
  await page.getByRole("radio", { name: /Un échantillon/ }).check();
  await page.getByLabel("Fichier CSV").setInputFiles({
    name: "clients.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("nom;ville\nA;B\n"),
  });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.getByText(/Il manque des colonnes/)).toBeVisible();
  await expect(page.getByText("Aucun fichier reçu.")).toBeVisible();
});
