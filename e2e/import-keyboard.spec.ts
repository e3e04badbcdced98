import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

const FILE = [
  "Réf.;Client;Activité confiée;Données traitées;Pays;Sous-traitants ultérieurs",
  "K1;Voltiris SA;Appels entrants;Nom;Tunisie;OVH",
  ";;;Adresse;;",
  "K2;Voltiris SA;Relances;Nom;pas le Maroc;OVHcloud",
  "K3;Orvelle SA;Enquêtes;Nom;Congo;Ferrix SAS",
].join("\r\n");

/** Most presses of a key that reach any control of a page. */
const MOST_PRESSES = 200;

/** Goes to a control by the tabulator alone, round the page where it stands before. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeEnabled();
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${control.toString()} is not reached by the tabulator.`);
}

async function press(page: Page, control: Locator, key: "Enter" | "Space"): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** A group of which nothing is chosen is entered at its first answer; arrows choose among them. */
async function answer(page: Page, question: RegExp, choice: RegExp): Promise<void> {
  const group = page.getByRole("group", { name: question });
  await tabTo(page, group.getByRole("radio").first());
  await page.keyboard.press("Space");
  const wanted = group.getByRole("radio", { name: choice });
  for (let presses = 0; presses < 5 && !(await wanted.isChecked()); presses += 1)
    await page.keyboard.press("ArrowDown");
  await expect(wanted).toBeChecked();
}

test("a file is imported by the keyboard alone, from its columns to the register", async ({
  page,
  context,
  organisation,
}) => {
  const sheet = page.getByRole("main");
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records/import`);
  const buffer = Buffer.from(`\uFEFF${FILE}`, "utf8");
  const file = page.getByLabel("Fichier du tableur");
  await file.setInputFiles({ name: "registre.csv", mimeType: "text/csv", buffer });
  await press(page, page.getByRole("button", { name: "Lire le fichier" }), "Enter");

  const country = page.getByLabel("Où va la colonne Pays", { exact: true });
  await test.step("an ambiguous head is asked, and nothing goes on before it is answered", async () => {
    await expect(country).toHaveValue("ask");
    await expect(country).toHaveAccessibleDescription(/peut désigner plusieurs champs/);
    await press(page, page.getByRole("button", { name: "Vérifier les lignes" }), "Enter");
    await expect(country).toHaveAccessibleDescription(/Choisissez où va cette colonne/);
    await expectAccessible(page, "columns of which one is asked");
    await tabTo(page, country);
    for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press("ArrowDown");
    await expect(country).toHaveValue("transfer");
    await press(page, page.getByRole("button", { name: "Vérifier les lignes" }), "Enter");
  });

  await test.step("what the cells leave open is answered", async () => {
    await expect(sheet).toContainText("4 questions du fichier");
    await answer(page, /K1 · Voltiris SA/, /réunir ces lignes/);
    await answer(page, /OVH · OVHcloud/, /une seule société.*OVHcloud/);
    await answer(page, /pas le Maroc/, /rien de cela n’est valable/);
    await answer(page, /Congo/, /République démocratique/);
    await expectAccessible(page, "questions of a file");
    await press(page, page.getByRole("button", { name: "Enregistrer ces choix" }), "Enter");
    await expect(sheet).toContainText(/3 ?nouvelles/);
  });

  await test.step("an answer is changed, and changed back", async () => {
    const lines = page.getByRole("group", { name: /K1 · Voltiris SA/ });
    await tabTo(page, lines.getByRole("radio", { name: /réunir ces lignes/ }));
    await page.keyboard.press("ArrowDown");
    await press(page, page.getByRole("button", { name: "Enregistrer ces choix" }), "Enter");
    await expect(sheet).toContainText(/1 ?écartée/);
    await tabTo(page, lines.getByRole("radio", { name: /une fiche par ligne/ }));
    await page.keyboard.press("ArrowUp");
    await press(page, page.getByRole("button", { name: "Enregistrer ces choix" }), "Enter");
    await expect(sheet).toContainText(/3 ?nouvelles/);
  });

  await press(page, page.getByRole("button", { name: "Enregistrer les 3 fiches" }), "Enter");
  await expect(page.getByRole("heading", { name: "L’import est enregistré" })).toBeVisible();
  await press(page, page.getByRole("link", { name: "Ouvrir le registre" }), "Enter");
  const joined = page.getByRole("row", { name: /Appels entrants/ });
  await expect(joined).toContainText("Tunisie");
  await press(page, joined.getByRole("link").first(), "Enter");
  await expect(sheet).toContainText("Adresse");
  await expect(sheet).toContainText("OVHcloud");
});
