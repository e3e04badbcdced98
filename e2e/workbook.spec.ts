import XLSX from "@e965/xlsx";
import type { Page } from "@playwright/test";
import { EMPTY_SHEET, FILLED_SHEET, LIST_SHEET } from "@/lib/domain/import/cnil/cnil.fixture";
import { bookOf, odsParts } from "@/lib/platform/sheets/workbook.fixture";
import { zipOf } from "@/lib/platform/sheets/zip.fixture";
import { makeImport } from "@/prisma/factories/import";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

async function send(page: Page, org: string, name: string, bytes: Uint8Array) {
  await page.goto(`/${org}/records/import`);
  await page
    .getByLabel("Fichier du tableur")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
}

test("the CNIL's workbook is checked, written once, and changes nothing when it comes again", async ({
  page,
  context,
  organisation,
}) => {
  const org = organisation.slug;
  const sheet = page.getByRole("main");
  const sheets = { Liste: LIST_SHEET, Modèle: EMPTY_SHEET, Badges: FILLED_SHEET };
  await signIn(context, organisation);

  await test.step("it is recognised, and its empty model left aside", async () => {
    await send(page, org, "registre.ods", bookOf("ods", sheets));
    await expect(sheet).toContainText("C’est le registre simplifié de la CNIL");
    const steps = page.getByRole("list", { name: "Étapes de l’import" });
    await expect(steps.getByRole("listitem")).toHaveText(["Fichier", "Vérification", "Enregistrement"]);
    await expect(sheet).toContainText("Feuille vide, ignorée : Modèle.");
    await expect(sheet).toContainText("Adresse : 4 quai Vert");
    await expect(page.getByRole("row", { name: /Suivi des badges d’accès/ })).toContainText("BADGE-7");
    await page.getByText("Gardé dans les notes", { exact: true }).click();
    await expect(sheet).toContainText("Responsable du traitement : Inès Carrel, 4 quai Vert");
    await expectAccessible(page, "the check of the CNIL's workbook");
  });

  await test.step("each of its sheets becomes an entry of the company's own register", async () => {
    await page.getByRole("button", { name: "Enregistrer les 2 fiches" }).click();
    await expect(page.getByRole("heading", { name: "L’import est enregistré" })).toBeVisible();
    await page.getByRole("link", { name: "Ouvrir le registre" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Registre du responsable du traitement");
    await page
      .getByRole("row", { name: /Suivi des badges d’accès/ })
      .getByRole("link")
      .first()
      .click();
    await expect(sheet).toContainText("Dénombrement en cas d’évacuation");
    await expect(sheet).toContainText("Portiers du Sud");
    await page.goto(`/${org}/records`);
    await expect(sheet).not.toContainText("Suivi des badges d’accès");
  });

  await test.step("the same workbook in the other format brings nothing new", async () => {
    await send(page, org, "registre.xlsx", bookOf("xlsx", sheets));
    await expect(page.getByRole("heading", { name: "Tout est déjà dans le registre" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Enregistrer l(a|es) / })).toHaveCount(0);
  });

  await test.step("what is taken away in the CNIL's layout comes back without a change", async () => {
    await page.goto(`/${org}/own-records/export`);
    // The entries are drafts, which are kept within the house.
    await page.getByRole("radio", { name: /Avec lacunes et recommandations/ }).check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Modèle CNIL (XLSX)" }).click(),
    ]);
    await page.goto(`/${org}/records/import`);
    await page.getByLabel("Fichier du tableur").setInputFiles(await download.path());
    await page.getByRole("button", { name: "Lire le fichier" }).click();
    await expect(page.getByRole("heading", { name: "Tout est déjà dans le registre" })).toBeVisible();
  });
});

test("a workbook with free columns waits for its sheet, then goes the way of a CSV @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const org = organisation.slug;
  const head = ["Réf.", "Client", "Activité confiée", "Début"];
  const day = new Date(Date.UTC(2024, 2, 1));
  await signIn(context, organisation);
  await send(
    page,
    org,
    "registre.csv",
    bookOf("xlsx", {
      Ancien: [head, ["V-1", "Voltiris", "Enquêtes", day]],
      Registre: [head, ["V-2", "Voltiris", "Télévente", day]],
    }),
  );
  await expect(page.getByRole("heading", { name: /Quelles feuilles sont le registre/ })).toBeVisible();
  await expectAccessible(page, "the choice of a sheet");
  await page.getByRole("checkbox", { name: /Registre/ }).check();
  await page.getByRole("button", { name: "Lire ces feuilles" }).click();
  await expect(page.getByRole("main")).toContainText("1 ligne · feuille « Registre »");
  await page.getByRole("button", { name: "Vérifier les lignes" }).click();
  await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
  await expect(page.getByRole("heading", { name: "L’import est enregistré" })).toBeVisible();
  await page.goto(`/${org}/records?state=draft`);
  await expect(page.getByRole("row", { name: /Télévente/ })).toContainText("V-2");
});

test("one client over merged rows is read for each, and a hidden sheet is said and can be chosen @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const head = ["Réf.", "Client", "Activité confiée"];
  const shown = XLSX.utils.aoa_to_sheet([
    head,
    ["F-1", "Voltiris", "Télévente"],
    ["F-2", "", "Chat"],
    ["F-3", "", "Enquêtes"],
    ["F-4", "Orvelle", "Saisie"],
  ]);
  shown["!merges"] = [{ s: { r: 1, c: 1 }, e: { r: 3, c: 1 } }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, shown, "Registre");
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([head, ["F-9", "Sigma", "Archives"]]), "Ancien");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  const bytes = XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
  await signIn(context, organisation);

  const { id } = await makeImport(organisation, "registre.xlsx", bytes);
  await page.goto(`/${organisation.slug}/records/import/${id}`);
  await expect(page.getByRole("main")).toContainText("1 feuille masquée non lue");
  await page.getByRole("link", { name: "Choisir d’autres feuilles" }).click();
  await page.getByRole("checkbox", { name: /Registre/ }).check();
  await page.getByRole("checkbox", { name: /Ancien/ }).check();
  await page.getByRole("button", { name: "Lire ces feuilles" }).click();
  await expect(page.getByRole("main")).toContainText("2 cellules fusionnées remplies");
  await page.getByRole("button", { name: "Vérifier les lignes" }).click();
  for (const activity of ["Télévente", "Chat", "Enquêtes"])
    await expect(page.getByRole("row", { name: new RegExp(activity) })).toContainText("Voltiris");
  await expect(page.getByRole("row", { name: /Archives/ })).toContainText("Sigma");
  await page.getByRole("button", { name: "Enregistrer les 5 fiches" }).click();
  await expect(page.getByRole("heading", { name: "L’import est enregistré" })).toBeVisible();
});

test("hostile workbooks are refused in words, and the next good one is read @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const org = organisation.slug;
  await signIn(context, organisation);
  const repeats =
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>';
  const files = [
    [zipOf(odsParts([{ name: "S", body: repeats }])), "trop de lignes"],
    [zipOf([{ name: "xl/a.xml", body: " ".repeat(50 * 2 ** 20) }]), "énorme une fois décompressé"],
    [zipOf([{ name: "../../etc/passwd", body: "x" }]), "noms de fichiers qu’aucun tableur n’écrit"],
    [zipOf([{ name: "xl/vbaProject.bin", body: "x" }]), "contient des macros"],
    [Buffer.from("%PDF-1.7\n"), "C’est un PDF"],
  ] as const;
  for (const [bytes, words] of files) {
    await send(page, org, "registre.xlsx", bytes);
    await expect(refusalIn(page)).toContainText(words);
    await expect(refusalIn(page)).toContainText("Rien n’a changé dans le registre");
  }
  await send(page, org, "vide.ods", bookOf("ods", { Modèle: EMPTY_SHEET }));
  await expect(page.getByRole("main")).toContainText("Aucune fiche n’est remplie");
});
