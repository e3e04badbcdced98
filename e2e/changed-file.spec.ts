import type { Page } from "@playwright/test";
import { makeCommittedImport, makeImport } from "@/prisma/factories/import";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

const HEAD = "Réf.;Client;Activité confiée;Opérations réalisées;Personnes concernées";
const ROWS = [
  "R-1;Voltiris;Télévente;Appels;Prospects",
  "R-2;Voltiris;Chat;Réponses;Abonnés",
  "R-3;Miradour;Enquêtes;Questionnaire;Clients",
  "R-4;Orvelle;Saisie;Frappe;Clients",
];
const CHANGED = ["R-1;Voltiris;Télévente;Appels sortants;Prospects", "R-2;Voltiris;Chat;;Abonnés"];

/** Opens the check of a file whose earlier form is in the register. */
async function checkChanged(page: Page, organisation: MadeOrganisation, rows: readonly string[]) {
  await makeCommittedImport(organisation, "avant.csv", [HEAD, ...ROWS]);
  const { id } = await makeImport(organisation, "après.csv", [HEAD, ...rows]);
  await page.goto(`/${organisation.slug}/records/import/${id}?step=check`);
}

async function save(page: Page, count: RegExp) {
  await page.getByRole("button", { name: count }).click();
  await expect(page.getByRole("heading", { name: "L’import est enregistré" })).toBeVisible();
}

test("a changed file shows old beside new, and an empty cell erases nothing unless it is ticked", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await checkChanged(page, organisation, [...CHANGED, ...ROWS.slice(2)]);
  const changes = page.getByRole("list", { name: "Ce que le fichier changerait" });
  const calls = changes.filter({ hasText: "Appels sortants" });
  await expect(calls.locator("del")).toHaveText("Appels");
  await expect(calls.locator("ins")).toHaveText("Appels sortants");
  await expect(page.getByText("Le fichier ne dit plus ceci")).toBeVisible();
  await expect(page.getByRole("button", { name: /Enregistrer la fiche/ })).toBeVisible();
  await page.getByRole("checkbox", { name: "effacer aussi ce champ du registre" }).check();
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await save(page, /Enregistrer les 2 fiches/);
  await page.goto(`/${organisation.slug}/records`);
  await page.getByRole("row", { name: /R-2/ }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Chat/);
  await expect(page.getByRole("main")).not.toContainText("Réponses");
});

test("entries whose row is gone are noted or ended as a person chooses @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const org = organisation.slug;
  await signIn(context, organisation);
  await checkChanged(page, organisation, ROWS.slice(1, 3));
  await expect(page.getByRole("region", { name: "2 fiches absentes du fichier" })).toContainText(
    "avant.csv, importé le",
  );
  await page.getByLabel("Pour toutes").selectOption("ajouter une note");
  await page.getByLabel("Que faire de la fiche R-4").selectOption("clore");
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  const reason = page.getByLabel("Motif de la fin");
  await expect(reason).toHaveAccessibleDescription(/Écrivez le motif de la fin/);
  await expect(page.getByLabel("Que faire de la fiche R-4")).toHaveValue("end");
  await expectAccessible(page, "absent rows, refused");
  await reason.fill("Mission terminée");
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await expect(page.getByText("Vos choix sont enregistrés")).toBeVisible();
  await expect(page.getByLabel("Pour toutes")).toHaveValue("mark");
  await save(page, /Enregistrer les 2 fiches/);
  await page.goto(`/${org}/records?state=ended`);
  await expect(page.getByRole("row", { name: /Saisie/ })).toContainText("R-4");
  await page.goto(`/${org}/records`);
  await page.getByRole("row", { name: /R-1/ }).getByRole("link").first().click();
  await expect(page.getByRole("main")).toContainText("Absente du fichier « après.csv »");
});

test("absent rows are decided without a script, and nothing chosen is lost on the way @multiplies", async ({
  visitor,
  organisation,
}) => {
  const context = await visitor({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(context, organisation);
  await checkChanged(page, organisation, ROWS.slice(0, 2));
  await page.getByLabel("Pour toutes").selectOption("clore");
  await page.getByLabel("Que faire de la fiche R-4").selectOption("garder telle quelle");
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await expect(page.getByLabel("Motif de la fin")).toHaveAccessibleDescription(/Écrivez le motif de la fin/);
  await expect(page.getByLabel("Pour toutes")).toHaveValue("end");
  await expect(page.getByLabel("Que faire de la fiche R-4")).toHaveValue("keep");
  await page.getByLabel("Motif de la fin").fill("Mission terminée");
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await save(page, /Enregistrer la fiche/);
  await page.goto(`/${organisation.slug}/records?state=ended`);
  await expect(page.getByRole("main")).toContainText("R-3");
  await expect(page.getByRole("main")).not.toContainText("R-4");
});

test("among many names one is found by its letters, and a name of nobody is refused @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const rows = Array.from({ length: 90 }, (_, at) => `N-${at};Maison ${nameOf(at)};Accueil;Appels;Clients`);
  await signIn(context, organisation);
  const { id } = await makeImport(organisation, "noms.csv", [
    HEAD,
    ...rows,
    "N-90;Voltiris Énergie;Chat;Réponses;Clients",
  ]);
  await page.goto(`/${organisation.slug}/records/import/${id}?step=check`);
  await page.getByText(/noms, sans difficulté/).click();
  const field = page.getByLabel("À quel responsable rattacher Voltiris Énergie", { exact: true });
  await field.fill("Personne du tout");
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await expect(field).toHaveAccessibleDescription(
    /Personne du tout.+n’est ni dans le registre ni dans le fichier/,
  );
  await field.fill(`Maison ${nameOf(7)}`);
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await expect(page.getByText("Vos choix sont enregistrés")).toBeVisible();
  await expect(field).toHaveValue(`Maison ${nameOf(7)}`);
});

const FIRST = "Abricot Bruyère Cormoran Dolmen Estuaire Falaise Genièvre Houblon Islande".split(" ");
const SECOND = "Kiosque Lavande Menuisier Nacelle Orchidée Pyramide Quartz Rivage Sapin Tulipe".split(" ");

/** Names far enough from each other that none is taken for another's slip. */
function nameOf(at: number): string {
  return `${FIRST[Math.floor(at / 10)]} ${SECOND[at % 10]}`;
}
