import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { makeImport } from "@/prisma/factories/import";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";
import { registerFile } from "./register-file";

async function send(page: Page, org: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto(`/${org}/records/import`);
  await page.getByLabel("Fichier du tableur").setInputFiles(file);
  await page.getByRole("button", { name: "Lire le fichier" }).click();
}

const columnOf = (page: Page, head: string) => page.getByLabel(`Où va la colonne ${head}`, { exact: true });

test("a spreadsheet is read, checked row by row, and written once @happy-import", async ({
  page,
  context,
  organisation,
}) => {
  const sheet = page.getByRole("main");
  const org = organisation.slug;
  await signIn(context, organisation);

  await test.step("its columns are guessed, one is corrected by hand", async () => {
    await send(page, org, registerFile());
    await expect(sheet).toContainText("6 lignes · point-virgule, Windows-1252");
    await expect(sheet).toContainText("2 lignes de titre et 1 ligne de total");
    await expect(columnOf(page, "Client (responsable de traitement)")).toHaveValue("controllerName");
    await expect(columnOf(page, "Activité confiée")).toHaveValue("activity");
    await expect(columnOf(page, "Canal")).toHaveValue("note");
    await columnOf(page, "Activité confiée").selectOption({ label: "Ignorer" });
    await expect(page.getByText(/Il manque une colonne pour Catégorie de traitements/)).toBeVisible();
    await columnOf(page, "Activité confiée").selectOption({ label: "Catégorie de traitements" });
    await columnOf(page, "Canal").selectOption({ label: "Outils" });
    await page.getByRole("button", { name: "Vérifier les lignes" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Vérification" })).toHaveAttribute(
      "aria-current",
      "step",
    );
  });

  await test.step("the check says what would become of each row, and asks where it is not sure", async () => {
    await expect(sheet).toContainText(/5 ?nouvelles/);
    await expect(sheet).toContainText(/1 ?écartée/);
    const names = page.getByRole("table", { name: "Un client, plusieurs orthographes" }).first();
    await expect(names.getByRole("row", { name: /Océane Literie/ })).toContainText("OCÉANE LITERIE SAS");
    await expect(names.getByRole("row", { name: /client télécom/ })).toContainText(
      "n’est le nom de personne",
    );
    await expect(sheet).toContainText("A-03 est la référence de plusieurs lignes");
    await expect(sheet).toContainText("« Hors UE » dit qu’il y a transfert sans nommer le pays");
    await expect(sheet).toContainText("Responsable manquant, art. 30(2)(a).");
    await expect(sheet).toContainText("Fin le 31 déc. 2025, passée : la fiche sera close");
  });

  await test.step("a decision is kept before anything is written", async () => {
    await page.getByRole("checkbox", { name: "ne pas clore" }).check();
    await expect(page.getByRole("button", { name: "Enregistrer les 5 fiches" })).toBeDisabled();
    await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
    await expect(sheet).toContainText("la fiche restera ouverte, comme vous l’avez décidé");
    await page.getByRole("button", { name: "Enregistrer les 5 fiches" }).click();
    await expect(page.getByRole("heading", { name: "L’import est enregistré" })).toBeVisible();
    await expectAccessible(page, "an import that was written");
  });

  await test.step("what has no controller waits in a file of its own", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /Télécharger la ligne écartée/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("lignes-refusees-registre-du-centre.csv");
    const rejects = readFileSync(await download.path(), "utf8");
    expect(rejects).toContain("Accueil téléphonique");
    expect(rejects).toContain("Responsable manquant");
    expect(rejects).not.toContain("Cidrerie Pellan");
  });

  await test.step("the register holds the others as drafts", async () => {
    await page.goto(`/${org}/records?state=draft`);
    await expect(page.getByRole("table").getByRole("row")).toHaveCount(6);
    const calls = page.getByRole("row", { name: /Suivi de livraison/ });
    await expect(calls).toContainText("Océane Literie");
    await expect(calls).toContainText("Maroc · CCT M2");
    await calls.getByRole("link").click();
    await expect(sheet).toContainText("Badges nominatifs");
    await expect(sheet).toContainText("mars 2024");
    await expect(sheet).toContainText("voix");
    await page.goto(`/${org}/controllers`);
    await expect(page.getByRole("table").getByRole("row")).toHaveCount(4);
    await expect(page.getByRole("row", { name: /client télécom/ })).toContainText("à nommer");
  });

  await test.step("the same file again changes nothing, and remembers its columns", async () => {
    await send(page, org, registerFile());
    await expect(columnOf(page, "Canal")).toHaveValue("tools");
    await page.getByRole("button", { name: "Vérifier les lignes" }).click();
    await expect(page.getByRole("heading", { name: "Tout est déjà dans le registre" })).toBeVisible();
    await expect(sheet).toContainText(/5 ?inchangées/);
    await expect(page.getByRole("button", { name: /^Enregistrer l(a|es) / })).toHaveCount(0);
  });
});

test("an archive that calls itself a CSV is refused in words @refusal-import", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  const buffer = Buffer.concat([Buffer.from("PK\x03\x04\x14\0\0\0", "latin1"), Buffer.alloc(200, 7)]);
  await send(page, organisation.slug, { name: "registre.csv", mimeType: "text/csv", buffer });
  await expect(refusalIn(page)).toContainText("Ce classeur est abîmé ou incomplet");
  await expect(refusalIn(page)).toContainText("Rien n’a changé dans le registre");
  await expect(page.getByText("Aucun fichier n’a encore été importé")).toBeVisible();
});

const MAC_ROMAN = Buffer.from("Voltiris|T\x8el\x8evente|x\nOrvelle|R\x8eponse|y\n", "latin1");

test("a file that was misread is read as its person says, at once @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const sheet = page.getByRole("main");
  await signIn(context, organisation);
  const { id } = await makeImport(organisation, "registre.csv", MAC_ROMAN);
  await page.goto(`/${organisation.slug}/records/import/${id}`);
  await page.getByText("Le fichier est mal lu").click();
  await expectAccessible(page, "how a file is read");
  await page.getByLabel("Encodage").selectOption("windows-1252");
  await expect(sheet).toContainText("barre verticale, Windows-1252");
  await page.getByLabel("Encodage").selectOption("macintosh");
  await expect(sheet).toContainText("barre verticale, MacRoman");
  await page.getByLabel("Ligne des titres").selectOption("0");
  await expect(sheet).toContainText("2 lignes · ");
});

test("no row is lost without a head, nor without a script @multiplies", async ({ visitor, organisation }) => {
  const context = await visitor({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(context, organisation);
  const { id } = await makeImport(organisation, "registre.csv", MAC_ROMAN);
  await page.goto(`/${organisation.slug}/records/import/${id}`);
  await page.getByText("Le fichier est mal lu").click();
  await page.getByLabel("Encodage").selectOption("macintosh");
  await page.getByLabel("Ligne des titres").selectOption("0");
  await page.getByRole("button", { name: "Relire ainsi" }).click();
  await columnOf(page, "A").selectOption("controllerName");
  await columnOf(page, "B").selectOption("activity");
  await page.getByRole("button", { name: "Vérifier les lignes" }).click();
  await expect(page.getByRole("row", { name: /Voltiris.*Télévente/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Orvelle.*Réponse/ })).toBeVisible();
});
