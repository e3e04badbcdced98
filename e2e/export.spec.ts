import { readFileSync } from "node:fs";
import XLSX from "@e965/xlsx";
import { makeActiveRecord, makeController, makeRecord } from "@/prisma/factories/register";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";

test("the register is taken away as PDF and CSV, and the journal says so @happy-export", async ({
  page,
  context,
  organisation,
}) => {
  const caterer = await makeController(organisation, { legalName: "=1+1 Traiteur" });
  await makeActiveRecord(organisation, { controllerId: caterer.id, activity: "Prise de réservations" });
  await makeActiveRecord(organisation, { activity: "Relances de livraison" });
  await makeRecord(organisation, { activity: "Projet de sondage" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records`);
  await page.getByRole("link", { name: "Exporter" }).click();
  const download = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  await expect(page.getByRole("radio", { name: /Tel que tenu/ })).toBeChecked();
  await expect(page.getByLabel("Périmètre")).toContainText("Registre entier (2 fiches)");
  await page.getByRole("radio", { name: /Avec lacunes et recommandations/ }).check();
  await expect(page.getByLabel("Périmètre")).toContainText("Registre entier (3 fiches)");
  await page.getByRole("radio", { name: /Tel que tenu/ }).check();
  const pdf = await download("Exporter en PDF");
  expect(pdf.name).toBe(`registre-${organisation.slug}-${dayFromNow(0)}.pdf`);
  expect(pdf.bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");

  await page.getByLabel("Périmètre").selectOption({ label: "=1+1 Traiteur (1 fiche)" });
  const csv = await download("Exporter en CSV");
  expect(csv.name).toBe(`registre-${organisation.slug}-1-1-traiteur-${dayFromNow(0)}.csv`);
  expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = csv.bytes.toString("utf8");
  expect(text).toContain(";'=1+1 Traiteur;");
  expect(text).toContain("Prise de réservations");
  expect(text).not.toContain("Lacunes");
  expect(text).not.toContain("Relances de livraison");

  await page.getByLabel("Périmètre").selectOption("");
  await page.getByLabel("Langue du document").selectOption({ label: "English" });
  const workbook = await download("Exporter en XLSX");
  expect(workbook.name).toBe(`registre-${organisation.slug}-${dayFromNow(0)}.xlsx`);
  const register = XLSX.read(workbook.bytes).Sheets.Register!;
  expect(XLSX.utils.sheet_to_json(register, { header: 1 })).toHaveLength(3);

  await page.goto(`/${organisation.slug}/journal`);
  await expect(page.getByRole("row", { name: /Registre exporté/ })).toHaveCount(3);
});
