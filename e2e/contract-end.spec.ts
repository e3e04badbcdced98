import { readFileSync } from "node:fs";
import { PDF } from "@/lib/platform/files/documents.fixture";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { readPdfText } from "@/scripts/test/pdf-text";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

const proof = { name: "choix.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF) };

test("the end of a contract is refused until every line is settled, then certified @happy-contract-end @refusal-contract-end", async ({
  page,
  context,
  organisation,
}) => {
  const controller = await makeController(organisation, { legalName: "Téléno" });
  const controllerId = controller.id;
  const contract = await makeContractInForce(organisation, { controllerId, reference: "TLN-CT-1" });
  const record = await makeRecord(organisation, { controllerId, activity: "Service client" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/contracts/${contract.id}`);
  await page.getByText("Autres actions").click();
  await page.getByRole("link", { name: "Terminer le contrat" }).click();
  await expect(page.getByRole("checkbox", { name: /Service client/ })).toBeChecked();
  await page.getByRole("button", { name: "Commencer" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fin du contrat TLN-CT-1");
  const run = page.url();
  await page.getByRole("button", { name: "Clore et établir le certificat" }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "Ce que le responsable a choisi" });
  await expect(refusal.getByRole("link")).toHaveCount(5);
  await expectAccessible(page, "a contract's end refused");
  await refusal.getByRole("link", { name: /^Ce que le responsable a choisi/ }).click();
  const choice = page.locator("#choice").getByRole("link", { name: "Ce que le responsable a choisi" });
  await expect(choice).toBeFocused();
  await choice.click();

  await page.getByRole("radio", { name: /^Effacer/ }).check();
  await page.getByLabel("Par qui", { exact: true }).fill("Claire Vasseur");
  await page.getByLabel("Par quel écrit").selectOption({ label: "Courrier" });
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(page.locator("#line").getByRole("alert")).toContainText("Joignez d’abord la pièce");
  await page.locator("input[type=file]").setInputFiles(proof);
  await page.getByRole("button", { name: "Déposer" }).click();
  await expect(
    page.locator("#documents").getByRole("link", { name: "choix.pdf", exact: true }),
  ).toBeVisible();
  await page.getByRole("radio", { name: /^Effacer/ }).check();
  await page.getByLabel("Par qui", { exact: true }).fill("Claire Vasseur");
  await page.getByLabel("Par quel écrit").selectOption({ label: "Courrier" });
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(page.locator("#line")).toContainText("Effacement choisi par le responsable");

  const next = () => page.getByRole("link", { name: /^Ligne suivante/ }).click();
  const answer = async (name: RegExp, note?: string, called?: string) => {
    await page.getByRole("radio", { name }).check();
    if (called) await page.getByLabel("Nom", { exact: true }).fill(called);
    await page.getByLabel("Par qui", { exact: true }).fill("Salma Idrissi");
    if (note) await page.getByLabel("Comment", { exact: true }).fill(note);
    await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
    await expect(page.locator("#line dl")).toContainText("réglé");
  };
  await next();
  await answer(/^Effacé/, "Base détruite, contrôlée par requête", "CRM de Téléno");
  await next();
  await page.getByRole("radio", { name: /^La purge est datée/ }).check();
  await page.getByLabel("Purgé le, au plus tard").fill("2026-11-20");
  await page.getByLabel("Par qui", { exact: true }).fill("Salma Idrissi");
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(page.locator("#line")).toContainText("purge à confirmer");
  await answer(/^La purge est faite/);
  await next();
  await answer(/^N’a reçu aucune donnée/, "Aucun sous-traitant ultérieur chez ce client");
  await next();
  await answer(/^Aucune loi n’oblige/);
  await expectAccessible(page, "a settled line");

  await page.goto(run);
  await expect(page.getByText("5 sur 5 lignes traitées")).toBeVisible();
  await page.getByRole("button", { name: "Clore et établir le certificat" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /Télécharger CERT-/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^CERT-\d{4}-001\.pdf$/);
  const printed = await readPdfText(readFileSync(await download.path()));
  expect(printed).toContain("Certificat de fin de contrat");
  expect(printed).toContain("Téléno");
  expect(printed).toContain("CRM de Téléno");
  expect(printed).toContain("Base détruite, contrôlée par requête");
  expect(printed).not.toContain("ne dit pas");
  await expectAccessible(page, "a contract's end closed");
  await page.goto(`/${organisation.slug}/records/${record.id}`);
  await expect(page.getByRole("main")).toContainText("Close");
  await page.goto(`/${organisation.slug}/contracts/${contract.id}`);
  await expect(page.getByRole("main")).toContainText("Terminé");
});
