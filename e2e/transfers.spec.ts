import { readFileSync } from "node:fs";
import { sniffDocx } from "@/lib/platform/files/sniff-docx";
import { makeController, makeRecord } from "@/prisma/factories/register";
import {
  makeTransfer,
  fillTransferSection,
  SIGNED_CLAUSES,
  WHOLE_ASSESSMENT,
} from "@/prisma/factories/transfer";
import { readPdfText } from "@/scripts/test/pdf-text";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a transfer to Morocco lacks its assessment until it is written, and its annexes leave in both forms @happy-transfer @refusal-transfer", async ({
  page,
  context,
  organisation,
}) => {
  const controller = await makeController(organisation, { legalName: "Mutuelle des Glacis" });
  await makeRecord(organisation, { controllerId: controller.id, operations: ["Appels entrants"] });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/transfers`);
  await page.getByRole("link", { name: "Nouveau transfert" }).first().click();
  await page.getByRole("radio", { name: /^Du responsable vers nous/ }).check();
  await page.getByRole("button", { name: "Ajouter le transfert" }).click();
  await expect(page.getByLabel("Responsable du traitement")).toHaveAccessibleDescription(
    /Ce champ est obligatoire/,
  );
  await page.getByLabel("Responsable du traitement").selectOption({ label: "Mutuelle des Glacis" });
  await page.getByLabel("Pays de destination").selectOption({ label: "Maroc" });
  await page.getByRole("button", { name: "Ajouter le transfert" }).click();
  await expect(page.locator("#importer")).toContainText("Aucune en vigueur pour ce pays");
  await expect(page.locator("#tool")).toContainText("Aucun instrument");

  await page.getByRole("link", { name: "Modifier Instrument" }).click();
  const tool = page.getByLabel("Instrument", { exact: true });
  await tool.selectOption({ label: "Privacy Shield, invalidé" });
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(tool).toHaveAccessibleDescription(/invalidé le Privacy Shield le 16\sjuillet 2020/);
  await tool.selectOption({ label: "Clauses types 2021/914, art. 46(2)(c)".replace("art. ", "art.\u00a0") });
  for (const [name, value] of Object.entries(SIGNED_CLAUSES)) {
    const control = page.locator(`[name="${name}"]`);
    if (name === "tool") continue;
    if ((await control.evaluate((node) => node.tagName)) === "SELECT") await control.selectOption(value);
    else await control.fill(value);
  }
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.locator("#assessment")).toContainText("Analyse d’impact manquante");
  await expect(page.locator("#assessment")).toContainText("Obligation contractuelle");

  await page.getByRole("link", { name: "Modifier Analyse d’impact du transfert" }).click();
  await expect(page.getByRole("heading", { name: "Accès des autorités : Maroc" })).toBeVisible();
  await expectAccessible(page, "the form of an assessment");
  const { conclusion, ...answers } = WHOLE_ASSESSMENT;
  for (const [name, value] of Object.entries(answers)) await page.locator(`[name="${name}"]`).fill(value);
  await page.locator('[name="conclusion"]').selectOption(conclusion);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.locator("#status")).toContainText("Complet");

  const annexes = page.locator("#annexes");
  await expect(annexes).toContainText("Annexe I.B : finalité : celle du contrat".replaceAll(" :", "\u00a0:"));
  const download = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      annexes.getByRole("button", { name: button }).click(),
    ]);
    return download.path();
  };
  const pdf = await download("PDF en français");
  expect(await readPdfText(readFileSync(pdf))).toContain("Mutuelle des Glacis");
  expect(await sniffDocx(new Uint8Array(readFileSync(await download("DOCX in English"))))).toBe("docx");

  await page.goto(`/${organisation.slug}/controllers/${controller.id}`);
  await expect(page.locator("main")).toContainText("TR-001");
});

test("two people assess a transfer at once: both writings are shown, and what is chosen is saved @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const transfer = await makeTransfer(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/transfers/${transfer.id}/edit/tool`);
  await page.getByLabel("Clause 9(a), jours").fill("45");
  await fillTransferSection(organisation, transfer, "tool", SIGNED_CLAUSES);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();

  await expect(page.getByRole("heading", { name: "Quelqu’un a enregistré entre-temps" })).toBeFocused();
  await page.getByRole("radio", { name: "45", exact: true }).check();
  await page.getByRole("button", { name: "Enregistrer comme version 3" }).click();
  await expect(page.locator("#tool")).toContainText("45");
  await expect(page.locator("#tool")).toContainText("CNIL");
});
