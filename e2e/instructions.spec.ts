import { readFileSync } from "node:fs";
import { PDF } from "@/lib/platform/files/documents.fixture";
import { pngOf } from "@/lib/platform/files/images.fixture";
import { makeContractInForce, nameInstructor, fillSection } from "@/prisma/factories/contract";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeMember } from "@/prisma/factories/member";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { readPdfText } from "@/scripts/test/pdf-text";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytes),
});

test("an instruction is recorded, contested by a letter whose PDF is filed, and amended by the controller @happy-instruction @refusal-instruction", async ({
  page,
  context,
  organisation,
  mailTo,
}) => {
  const controller = await makeController(organisation, {
    legalName: "Téléno",
    contactEmail: `dpo-${organisation.slug}@teleno.example`,
  });
  const record = await makeRecord(organisation, { controllerId: controller.id, activity: "Service client" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/instructions`);
  await expect(page.getByRole("heading", { name: "Aucune instruction encore" })).toBeVisible();
  await page.getByRole("link", { name: "Nouvelle instruction" }).click();
  await page.getByLabel("Responsable du traitement").selectOption({ label: "Téléno" });
  await page.getByRole("button", { name: "Continuer" }).click();

  await expect(page.getByLabel("Code du responsable")).toHaveValue("TLN");
  await page.getByRole("button", { name: "Enregistrer l’instruction" }).click();
  await expect(page.getByLabel("Texte de l’instruction")).toHaveAccessibleDescription(
    /Ce champ est obligatoire/,
  );
  await page.getByLabel("Texte de l’instruction").fill("Notez la religion des clients dans la fiche.");
  await page.getByLabel("Objet", { exact: true }).selectOption("processing");
  await page.getByLabel("Reçue le").fill("2026-03-03");
  await page.getByLabel("Heure de Casablanca").fill("10:12");
  await page.getByLabel("Prend effet le").fill("2026-03-05");
  await page.getByLabel("Donnée par").fill("Claire Vasseur");
  await page.getByRole("radio", { name: "Courriel" }).check();
  await page.getByRole("checkbox", { name: /Service client/ }).check();
  await page.getByRole("button", { name: "Enregistrer l’instruction" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("TLN-2026-001 · Téléno");
  await expect(page.getByRole("main")).toContainText("auteur non habilité au contrat");
  await page.getByRole("link", { name: "Contester" }).click();
  await page.getByRole("button", { name: "Contester" }).click();
  await expect(page.getByLabel("Dispositions enfreintes")).toHaveAccessibleDescription(
    /Nommez au moins une disposition/,
  );
  await page.getByLabel("Dispositions enfreintes").fill("art. 9(1) du RGPD");
  await page.getByLabel("Nos raisons").fill("Aucune des conditions de l’art. 9(2) n’est montrée.");
  await page.getByRole("button", { name: "Contester" }).click();

  await expect(page.getByRole("main")).toContainText("en attente du responsable");
  await expectAccessible(page, "a contested instruction");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Ouvrir le PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("TLN-2026-001 alerte.pdf");
  const printed = await readPdfText(readFileSync(await download.path()));
  expect(printed).toContain("Instruction TLN-2026-001 : alerte au titre de l’art. 28(3) du RGPD");
  expect(printed).toContain("Notez la religion des clients");
  expect(printed).toContain("art. 9(1) du RGPD");
  const mail = await mailTo(controller.contactEmail, /TLN-2026-001/);
  expect(mail.text.replace(/\s+/g, " ")).toContain("Nous vous en informons immédiatement");

  await page.goto(`/${organisation.slug}/records/${record.id}`);
  await expect(page.locator("#instructions")).toContainText("En attente du responsable");
  await page.locator("#instructions").getByRole("link", { name: "TLN-2026-001" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("TLN-2026-001 · Téléno");
  const address = page.url();

  await page.goto(`/${organisation.slug}/instructions/new?controller=${controller.id}`);
  await expect(page.getByLabel("Code du responsable")).toHaveCount(0);
  await page.getByLabel("Texte de l’instruction").fill("Ne notez plus rien de la religion.");
  await page.getByLabel("Objet", { exact: true }).selectOption("processing");
  await page.getByLabel("Reçue le").fill("2026-03-09");
  await page.getByLabel("Heure de Casablanca").fill("09:00");
  await page.getByLabel("Prend effet le").fill("2026-03-09");
  await page.getByLabel("Remplace").selectOption({ index: 1 });
  await page.getByLabel("Donnée par").fill("Claire Vasseur");
  await page.getByRole("radio", { name: "Courrier" }).check();
  await page.getByRole("button", { name: "Enregistrer l’instruction" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("TLN-2026-002 · Téléno");

  await page.goto(address);
  await page.getByRole("link", { name: "Enregistrer la réponse du responsable" }).click();
  await expectAccessible(page, "the three answers to a contested instruction");
  await page.getByRole("link", { name: "Enregistrer la modification" }).click();
  await page.getByLabel("Remplacée par").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Enregistrer la modification" }).click();
  await expect(page.getByRole("main")).toContainText("modifiée");
  await expectAccessible(page, "an instruction with its life");
  await page.goto(`/${organisation.slug}/records/${record.id}`);
  await expect(page.locator("#instructions")).not.toContainText("En attente du responsable");
});

test("whom the contract names is told from whom it does not", async ({ page, context, organisation }) => {
  const controller = await makeController(organisation);
  const contract = await makeContractInForce(organisation, { controllerId: controller.id });
  await nameInstructor(organisation, contract, { name: "Hélène Marchetti", from: "2026-01-05" });
  const listed = await makeInstruction(organisation, { controllerId: controller.id });
  const other = await makeInstruction(organisation, {
    controllerId: controller.id,
    authorName: "Luc Ferrand",
  });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/instructions`);
  await expect(page.getByRole("row", { name: new RegExp(listed.number) })).not.toContainText("nommé");
  await expect(page.getByRole("row", { name: new RegExp(other.number) })).toContainText(
    "auteur non habilité au contrat",
  );
  await page.goto(`/${organisation.slug}/instructions/${listed.id}`);
  await expect(page.getByRole("main")).toContainText("nommé au contrat");
  await page.goto(`/${organisation.slug}/instructions/new?controller=${controller.id}`);
  await expect(page.getByLabel("Donnée par")).toHaveAccessibleDescription(/Hélène Marchetti/);
});

test("what was said on the telephone binds only once it is written", async ({
  page,
  context,
  organisation,
}) => {
  const record = await makeRecord(organisation);
  const controllerId = record.controllerId!;
  const call = await makeInstruction(organisation, { controllerId, channel: "telephone" });
  await step(organisation, call, "check");
  await signIn(context, organisation);
  const address = `/${organisation.slug}/instructions/${call.id}`;
  await page.goto(`/${organisation.slug}/records/${record.id}`);
  await expect(page.locator("#instructions")).toContainText("à confirmer par écrit");
  await expect(page.locator("#instructions")).toContainText("Aucune instruction en vigueur");

  await page.goto(address);
  await expect(page.getByRole("link", { name: "Accepter" })).toHaveCount(0);
  await page.goto(`${address}/move/accept`);
  await expect(page.getByRole("main")).toContainText("Cette étape n’est plus possible");
  await page.goto(address);
  await page.getByRole("link", { name: "Enregistrer la confirmation écrite" }).click();
  await page.getByRole("button", { name: "Enregistrer la confirmation écrite" }).click();
  await expect(page.getByLabel("Qui l’a confirmée par écrit")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Qui l’a confirmée par écrit").fill("Hélène Marchetti");
  await page.getByLabel("Courriel", { exact: true }).check();
  await page.getByLabel("Texte reçu").fill("Je confirme ce que j’ai demandé au téléphone.");
  await page.getByLabel("Le", { exact: true }).fill("2026-03-10");
  await page.getByRole("button", { name: "Enregistrer la confirmation écrite" }).click();
  await page.getByRole("link", { name: "Accepter" }).click();
  await page.getByLabel("Le", { exact: true }).fill("2026-03-12");
  await page.getByRole("button", { name: "Accepter" }).click();
  await expect(page.locator(".summary")).toContainText("en vigueur");

  await page.getByLabel("Afficher au").fill("2026-03-11");
  await page.getByRole("button", { name: "Afficher", exact: true }).click();
  await expect(page.locator(".summary")).toContainText(/Le 11\smars\s2026\s:\sà examiner/);
  await page.goto(`/${organisation.slug}/records/${record.id}`);
  await expect(page.locator("#instructions").getByRole("link", { name: call.number })).toBeVisible();
});

test("what neither contract nor instruction covers is found by its article, and goes away once one does", async ({
  page,
  context,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Minoterie Bréval" });
  const record = await makeRecord(organisation, {
    controllerId,
    operations: ["Réception d’appels", "Écoute en direct"],
  });
  await signIn(context, organisation);
  const address = `/${organisation.slug}/records/${record.id}`;
  const part = page.locator("#instructions");
  await page.goto(address);
  await expect(part).toContainText("aucun contrat en vigueur");

  const contract = await makeContractInForce(organisation, { controllerId });
  await fillSection(organisation, contract, "object", { operations: "Réception d’appels" });
  await page.goto(address);
  await expect(part).not.toContainText("aucun contrat en vigueur");
  await expect(part).toContainText("opération que rien ne couvre");
  await expect(part).toContainText("28(10)");
  await expectAccessible(page, "an entry out of scope");
  await page.goto(`/${organisation.slug}/instructions/scope`);
  await expect(page.getByRole("row", { name: /Écoute en direct/ })).toContainText(record.reference);

  const instruction = await makeInstruction(organisation, { controllerId, operations: "Écoute en direct" });
  await step(organisation, instruction, "check");
  await page.goto(`/${organisation.slug}/instructions/${instruction.id}/move/accept`);
  await page.getByRole("button", { name: "Accepter" }).click();
  await expect(page.locator(".summary")).toContainText("en vigueur");
  await page.goto(address);
  await expect(part).not.toContainText("que rien ne couvre");
  await expect(part.getByRole("link", { name: instruction.number })).toBeVisible();

  await page.goto(`/${organisation.slug}/instructions/${instruction.id}/move/withdraw`);
  await page.getByLabel("Par quelle pièce, de qui").fill("Courriel du responsable");
  await page.getByRole("button", { name: "Enregistrer le retrait" }).click();
  await expect(page.locator(".summary")).toContainText("retirée");
  await page.goto(address);
  await expect(part).toContainText("opération que rien ne couvre");
});

test("two people correct one instruction: both writings are shown @multiplies", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const { id, number } = await makeInstruction(organisation);
  const address = `/${organisation.slug}/instructions/${id}/edit`;
  const other = await visitor();
  await signIn(context, organisation);
  await signIn(other, await makeMember(organisation, "editor"));
  const second = await other.newPage();
  await Promise.all([page.goto(address), second.goto(address)]);
  await second.getByLabel("Pouvoir").fill("Annexe 3");
  await second.getByRole("button", { name: "Enregistrer la correction" }).click();
  await expect(second.getByRole("main")).toContainText("Annexe 3");

  await page.getByLabel("Pouvoir").fill("Délégation du 3 mars");
  await page.getByLabel("Prend effet le").fill("2026-03-06");
  await page.getByRole("button", { name: "Enregistrer la correction" }).click();
  await expect(page.getByRole("heading", { name: "Quelqu’un a enregistré entre-temps" })).toBeFocused();
  await page.getByRole("radio", { name: /Délégation/ }).check();
  await page.getByRole("button", { name: "Enregistrer comme version 3" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
  await expect(page.getByRole("main")).toContainText("Délégation du 3 mars");
});

test("papers are added to an instruction, and one that lies about its type is refused beside the field @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeInstruction(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/instructions/${id}`);
  const field = page.getByLabel("Ajouter un document");
  await field.setInputFiles(file("courriel.pdf", pngOf(4, 4)));
  await page.getByRole("button", { name: "Déposer" }).click();
  await expect(field).toHaveAccessibleDescription(/Son extension ne correspond pas à son contenu/);
  await field.setInputFiles(file("courriel.pdf", PDF));
  await page.getByRole("button", { name: "Déposer" }).click();
  await expect(page.getByRole("link", { name: "courriel.pdf", exact: true })).toBeVisible();
});

test("a reader reads the ledger and moves nothing; without JavaScript an instruction is recorded all the same @multiplies", async ({
  organisation,
  visitor,
}) => {
  const controller = await makeController(organisation, { legalName: "Minoterie Bréval" });
  const writer = await visitor({ javaScriptEnabled: false });
  await signIn(writer, organisation);
  const page = await writer.newPage();
  await page.goto(`/${organisation.slug}/instructions/new?controller=${controller.id}`);
  await page.getByLabel("Texte de l’instruction").fill("Rappelez les clients de mars.");
  await page.getByLabel("Objet", { exact: true }).selectOption("processing");
  await page.getByLabel("Reçue le").fill("2999-03-03");
  await page.getByLabel("Heure de Casablanca").fill("10:12");
  await page.getByLabel("Prend effet le").fill("2026-03-05");
  await page.getByLabel("Donnée par").fill("Jean Bréval");
  await page.getByRole("radio", { name: "Courriel" }).check();
  await page.getByRole("button", { name: "Enregistrer l’instruction" }).click();
  await expect(refusalIn(page)).toContainText("Un événement ne peut pas être à venir");
  await expect(page.getByLabel("Texte de l’instruction")).toHaveValue("Rappelez les clients de mars.");
  await page.getByLabel("Reçue le").fill("2026-03-03");
  await page.getByRole("button", { name: "Enregistrer l’instruction" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Minoterie Bréval");

  const reader = await visitor();
  await signIn(reader, await makeMember(organisation, "viewer"));
  const other = await reader.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("main")).toContainText("Rappelez les clients de mars.");
  await expect(other.getByRole("link", { name: "Vérifier" })).toHaveCount(0);
  await expect(other.getByLabel("Ajouter un document")).toHaveCount(0);
});
