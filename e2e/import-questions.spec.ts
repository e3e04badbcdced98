import type { Locator, Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";

/** Twelve cells that no two rows share; two of them have several answers, the others a reading to take. */
const CELLS = [
  "pas le Maroc",
  "Tunisie jusqu’en 2023, puis Maroc",
  "Congo",
  "France (sauf support Maroc)",
  "Maroc prévu en 2028",
  "Maroc ; plateau B",
  "Guinée",
  "no longer Morocco",
  "ليس المغرب",
  "Sénégal, et peut-être Tunisie",
  "Maroc, Maghreb",
  "Aucun (sauf Madagascar)",
];
const FILE = [
  "Réf.;Client;Activité confiée;Pays d’accès",
  ...CELLS.map((cell, at) => `Q${at + 1};Voltiris SA;Mission ${at + 1};"${cell}"`),
].join("\r\n");
const MOST_KEYS = 40;

/** Counts every key that a person presses on the page. */
function keyboardOf(page: Page) {
  const pressed: string[] = [];
  const press = async (key: string) => {
    pressed.push(key);
    await page.keyboard.press(key);
  };
  const tabTo = async (control: Locator) => {
    await expect(control).toBeEnabled();
    while (!(await control.evaluate((element) => element === document.activeElement))) {
      if (pressed.length > MOST_KEYS) throw new Error(`More than ${MOST_KEYS} keys: ${pressed.join(" ")}`);
      await press("Tab");
    }
  };
  return { pressed, press, tabTo };
}

test("twelve questions of a file are settled in forty keys at most", async ({
  page,
  context,
  organisation,
}) => {
  const sheet = page.getByRole("main");
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records/import`);
  const buffer = Buffer.from(`\uFEFF${FILE}`, "utf8");
  await page
    .getByLabel("Fichier du tableur")
    .setInputFiles({ name: "registre.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await page.getByRole("button", { name: "Vérifier les lignes" }).click();
  await expect(sheet).toContainText("12 questions du fichier");
  // A person who comes to the page has the focus at its beginning.
  await page.reload();

  const { pressed, press, tabTo } = keyboardOf(page);
  await tabTo(page.getByRole("link", { name: "Aller au contenu" }));
  await press("Enter");
  const rest = page.getByLabel("Celles qui restent sans réponse");
  await tabTo(rest);
  await press("ArrowDown");
  await press("ArrowDown");
  await expect(rest).toHaveValue("take");
  for (const [name, downs] of [
    ["Congo", 1],
    ["Guinée", 0],
  ] as const) {
    const choices = page.getByRole("group", { name }).getByRole("radio");
    await tabTo(choices.first());
    await press("Space");
    for (let down = 0; down < downs; down += 1) await press("ArrowDown");
    await expect(choices.nth(downs)).toBeChecked();
  }
  await press("Enter");

  await expect(sheet).toContainText("12 réponses données");
  await expect(sheet).toContainText(/12\s*nouvelles/);
  expect(pressed.length).toBeLessThanOrEqual(MOST_KEYS);
});
