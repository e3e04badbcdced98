import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

const HEAD = "Réf.;Client;Activité confiée;Opérations réalisées;Personnes concernées";
const ROWS = [
  "R-1;Voltiris;Télévente;Appels;Prospects",
  "R-2;Voltiris;Chat;Réponses;Abonnés",
  "R-3;Miradour;Enquêtes;Questionnaire;Clients",
  "R-4;Orvelle;Saisie;Frappe;Clients",
  "R-5;Orvelle;Rappels;Appels sortants;Clients",
];
const CHANGED = ["R-1;Voltiris;Télévente;Appels sortants;Prospects", "R-2;Voltiris;Chat;;Abonnés", ROWS[2]!];

async function send(page: Page, org: string, name: string, rows: readonly string[]) {
  await page.goto(`/${org}/records/import`);
  const buffer = Buffer.from([HEAD, ...rows].join("\r\n"), "utf8");
  await page.getByLabel("Fichier du tableur").setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await page.getByRole("button", { name: "Vérifier les lignes" }).click();
}

async function save(page: Page, count: RegExp) {
  await page.getByRole("button", { name: count }).click();
  await expect(page.getByRole("heading", { name: "L’import est enregistré" })).toBeVisible();
}

const gone = (page: Page) => page.getByRole("region", { name: "2 fiches absentes du fichier" });

test("a changed file shows old beside new, asks before it erases, and ends what it lost as one chooses", async ({
  page,
  context,
  organisation,
}) => {
  const org = organisation.slug;
  await signIn(context, organisation);
  await send(page, org, "avant.csv", ROWS);
  await save(page, /Enregistrer les 5 fiches/);

  await test.step("a file of another client with the same head has lost nothing", async () => {
    await send(page, org, "autre.csv", ["S-1;Sigma Assurances;Accueil;Appels;Assurés"]);
    await expect(page.getByRole("row", { name: /Sigma Assurances.*Accueil/ })).toBeVisible();
    await expect(page.getByText(/absente?s? du fichier/)).toHaveCount(0);
    await page.getByRole("button", { name: "Abandonner" }).click();
  });

  await send(page, org, "après.csv", CHANGED);
  await test.step("old stands beside new, and an empty cell erases nothing unless it is ticked", async () => {
    const changes = page.getByRole("list", { name: "Ce que le fichier changerait" });
    await expect(changes.filter({ hasText: "Appels sortants" }).locator("del")).toHaveText("Appels");
    await expect(changes.filter({ hasText: "Appels sortants" }).locator("ins")).toHaveText("Appels sortants");
    await expect(page.getByText("Le fichier ne dit plus ceci")).toBeVisible();
    await page.getByRole("checkbox", { name: "effacer aussi ce champ du registre" }).check();
  });

  await test.step("the reason that is missing is said beside its field, and nothing chosen is lost", async () => {
    await expect(gone(page)).toContainText("avant.csv, importé le");
    await page.getByLabel("Pour toutes").selectOption("ajouter une note");
    await page.getByLabel("Que faire de la fiche R-5").selectOption("clore");
    await page.getByRole("button", { name: "Retenir ces choix" }).click();
    await expect(page.getByLabel("Motif de la fin")).toHaveAccessibleDescription(
      /Écrivez le motif de la fin/,
    );
    await expect(page.getByLabel("Que faire de la fiche R-5")).toHaveValue("end");
    await expectAccessible(page, "what became of absent rows, refused");
    await page.getByLabel("Motif de la fin").fill("Mission terminée");
    await page.getByRole("button", { name: "Retenir ces choix" }).click();
    await expect(page.getByText("Vos choix sont retenus")).toBeVisible();
    await expect(page.getByLabel("Pour toutes")).toHaveValue("mark");
  });

  await test.step("all of it is written at once", async () => {
    await save(page, /Enregistrer les 4 fiches/);
    await page.goto(`/${org}/records?state=ended`);
    await expect(page.getByRole("row", { name: /Rappels/ })).toContainText("R-5");
    await page.goto(`/${org}/records`);
    await page.getByRole("row", { name: /R-4/ }).getByRole("link").first().click();
    await expect(page.getByRole("main")).toContainText("Absente du fichier « après.csv »");
    await page.goto(`/${org}/records`);
    await page.getByRole("row", { name: /R-2/ }).getByRole("link").first().click();
    await expect(page.getByRole("main")).not.toContainText("Réponses");
  });
});

test("absent rows are decided without a script, and nothing chosen is lost on the way", async ({
  visitor,
  organisation,
}) => {
  const context = await visitor({ javaScriptEnabled: false });
  const page = await context.newPage();
  const org = organisation.slug;
  await signIn(context, organisation);
  await send(page, org, "avant.csv", ROWS);
  await save(page, /Enregistrer les 5 fiches/);
  await send(page, org, "après.csv", ROWS.slice(0, 3));
  await page.getByLabel("Pour toutes").selectOption("clore");
  await page.getByLabel("Que faire de la fiche R-5").selectOption("garder telle quelle");
  await page.getByRole("button", { name: "Retenir ces choix" }).click();
  await expect(page.getByLabel("Motif de la fin")).toHaveAccessibleDescription(/Écrivez le motif de la fin/);
  await expect(page.getByLabel("Pour toutes")).toHaveValue("end");
  await expect(page.getByLabel("Que faire de la fiche R-5")).toHaveValue("keep");
  await page.getByLabel("Motif de la fin").fill("Mission terminée");
  await page.getByRole("button", { name: "Retenir ces choix" }).click();
  await save(page, /Enregistrer la fiche/);
  await page.goto(`/${org}/records?state=ended`);
  await expect(page.getByRole("main")).toContainText("R-4");
  await expect(page.getByRole("main")).not.toContainText("R-5");
});

test("among many names one is found by its letters, and a name of nobody is refused", async ({
  page,
  context,
  organisation,
}) => {
  const rows = Array.from({ length: 90 }, (_, at) => `N-${at};Maison ${names(at)};Accueil;Appels;Clients`);
  await signIn(context, organisation);
  await send(page, organisation.slug, "noms.csv", [...rows, "N-90;Voltiris Énergie;Chat;Réponses;Clients"]);
  await page.getByText(/autres noms, sans difficulté/).click();
  const field = page.getByLabel("À quel responsable rattacher Voltiris Énergie", { exact: true });
  await field.fill("Personne du tout");
  await page.getByRole("button", { name: "Retenir ces choix" }).click();
  await expect(
    page.getByText("« Personne du tout » n’est ni dans le registre ni dans le fichier"),
  ).toBeVisible();
  await field.fill(`Maison ${names(7)}`);
  await page.getByRole("button", { name: "Retenir ces choix" }).click();
  await expect(page.getByText("Vos choix sont retenus")).toBeVisible();
  await expect(field).toHaveValue(`Maison ${names(7)}`);
});

/** Names far enough from each other that none is taken for another's slip. */
function names(at: number): string {
  const one = [
    "Abricot",
    "Bruyère",
    "Cormoran",
    "Dolmen",
    "Estuaire",
    "Falaise",
    "Genièvre",
    "Houblon",
    "Islande",
  ];
  const other = [
    "Kiosque",
    "Lavande",
    "Menuisier",
    "Nacelle",
    "Orchidée",
    "Pyramide",
    "Quartz",
    "Rivage",
    "Sapin",
    "Tulipe",
  ];
  return `${one[Math.floor(at / 10)]} ${other[at % 10]}`;
}
