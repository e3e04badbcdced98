import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { addPeople, makeOpenConsultation } from "@/prisma/factories/consultation";
import { makeContact } from "@/prisma/factories/contact";
import { makeChoice } from "@/prisma/factories/choice";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOpenPage } from "@/prisma/factories/public-page";
import { makeController } from "@/prisma/factories/register";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";

const NUMBER = "06 12 34 56 78";

test("who objects by the public form is refused at once at the look-up, in a list and in the dialler's file, before anybody knows the client @multiplies", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  for (const number of [NUMBER, "06 98 76 54 32"])
    await makeChoice(organisation, { controllerId, number, outcome: "allowed", source: "form" });
  const { id: consultation } = await makeOpenConsultation(organisation, { controllerId });
  await addPeople(organisation, consultation, [`${NUMBER};;fr`, "06 98 76 54 32;;fr"]);
  await signIn(context, organisation);
  const dialler = () => takeLinks(page, `/${organisation.slug}/telephone/consultations/${consultation}`);
  const before = await dialler();
  expect(before).toContain("33612345678");

  const address = await makeOpenPage(organisation);
  const stranger = await visitor({ javaScriptEnabled: false });
  const form = await stranger.newPage();
  await form.goto(`/public/${address}/request`);
  await form.getByLabel("Ne plus être démarché").check();
  await form.getByLabel("Par téléphone").check();
  await form.getByLabel("Votre adresse électronique ou votre numéro").fill("+33 6 12 34 56 78");
  await form.getByRole("button", { name: "Envoyer la demande" }).click();
  await expect(form.getByRole("heading", { name: "Votre demande est enregistrée" })).toBeVisible();

  await page.goto(`/${organisation.slug}/telephone/choices`);
  await page.getByLabel("Numéro ou adresse électronique").fill(NUMBER);
  await page.getByLabel("Pays du numéro").selectOption("France");
  await page.getByRole("button", { name: "Chercher ses choix" }).click();
  const answers = page.getByRole("listitem").filter({ hasText: "Filature du Gapeau" });
  await expect(answers.first()).toContainText("DP-001");
  await expect(page.getByRole("status").filter({ hasText: "DP-001" })).toBeVisible();
  await expect(page.getByText("ni accord, ni refus")).toHaveCount(0);

  await page.goto(`/${organisation.slug}/telephone/choices/check`);
  await page.getByLabel("Responsable du traitement").selectOption("Filature du Gapeau");
  const list = { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(`numéro\n${NUMBER}\n`) };
  await page.getByLabel("Liste en CSV").setInputFiles(list);
  const taken = page.waitForEvent("download");
  await page.getByRole("button", { name: "Contrôler la liste" }).click();
  expect(await readFile(await (await taken).path(), "utf8")).toContain(`${NUMBER};refusé`);

  const after = await dialler();
  expect(after).not.toContain("33612345678");
  expect(after).toContain("33698765432");
});

/** The file of numbers and links that goes to the dialler. */
async function takeLinks(page: Page, sheet: string): Promise<string> {
  await page.goto(sheet);
  const taken = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger les liens (CSV)" }).click();
  return readFile(await (await taken).path(), "utf8");
}

test("a request is answered by us on the client's instruction, and counts only once the answer has left @multiplies", async ({
  page,
  context,
  organisation,
  mailTo,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  await makeContact(organisation, { controllerId });
  const email = `personne-${organisation.scope.org.slice(-8)}@personne.example`;
  const asked = { controllerId, rights: ["access"], contact: email, on: dayFromNow(-1) };
  const { id } = await makeRightsRequest(organisation, asked);
  const received = await makeInstruction(organisation, { controllerId, kind: "rights-request" });
  await step(organisation, await step(organisation, received, "check"), "accept");
  await signIn(context, organisation);
  const act = async (name: string | RegExp, fill: () => Promise<void>) => {
    await page.goto(`/${organisation.slug}/rights-requests/${id}`);
    await page.getByRole("link", { name }).click();
    await fill();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/rights-requests/${id}(?:[?#]|$)`));
  };
  await act("Transmettre au responsable", () => page.getByLabel("Autrement, hors d’Amana").check());
  await act("Enregistrer l’instruction reçue", async () => {
    await page.getByLabel("Exécuter et répondre à la personne").check();
    await page.getByLabel("Sur quoi").selectOption({ index: 1 });
  });
  await act("Ajouter des lignes à exécuter", async () => {
    await page.getByLabel("Autre ligne").selectOption("system");
    await page.getByLabel(/^Nom/).fill("Enregistreur d’appels");
  });
  await act("Commencer l’exécution", async () => undefined);
  await act("Répondre : Enregistreur d’appels", () => page.getByLabel("fait", { exact: true }).check());
  await act("Enregistrer la réponse à la personne", async () => {
    await page.getByLabel("par nous, sur son instruction").check();
    await page.getByLabel("courriel envoyé d’ici").check();
    await page.getByLabel(/la suite donnée/).check();
    await page.getByLabel("Texte de la réponse").fill("Voici la copie de vos données.");
  });
  const letter = await mailTo(email, /./);
  expect(letter.text).toContain("Voici la copie de vos données.");
  await page.goto(`/${organisation.slug}/rights-requests/${id}`);
  await expect(page.getByText("aucune connue")).toHaveCount(0);
  await act("Confirmer l’exécution au responsable", () => page.getByLabel("Autrement, hors d’Amana").check());
  await expect(page.getByRole("link", { name: "attestation", exact: true })).toBeVisible();
  await page.goto(`/${organisation.slug}/rights-requests/figures`);
  await expect(page.getByRole("link", { name: /répondue dans le mois/ }).first()).toBeVisible();
});
