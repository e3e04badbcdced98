import { makeMember } from "@/prisma/factories/member";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";

test("what was done is read in the journal, before and after @happy-journal", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeController(organisation, { legalName: "Serrurerie Hamon" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/controllers/${id}/edit`);
  await page.getByLabel("Téléphone").fill("+33 2 98 00 00 07");
  await page.getByRole("button", { name: "Enregistrer le responsable" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Serrurerie Hamon");

  await page.getByRole("navigation", { name: "Navigation principale" }).getByText("Preuves").click();
  await page.getByRole("navigation", { name: "Preuves" }).getByRole("link", { name: "Journal" }).click();
  const entry = page.getByRole("row", { name: /Responsable modifié/ });
  await expect(entry).toContainText("Serrurerie Hamon");
  await expect(entry).toContainText("Salma Idrissi");
  await expect(entry).toContainText("Casablanca");
  await entry.getByText(/avant et après/).click();
  await expect(entry).toContainText("Avant : vide");
  await expect(entry).toContainText("Après : +33 2 98 00 00 07");
  await expect(page.getByRole("row", { name: /Organisation créée/ })).toBeVisible();
  await expect(page.getByText(/Empreinte du journal, écriture n° 4/)).toBeVisible();
});

test("texts whose retention has ended are cleared, and the journal tells by whom @refusal-journal", async ({
  page,
  context,
  organisation,
}) => {
  await makeController(organisation, { legalName: "Serrurerie Hamon" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/journal`);
  const number = await page
    .getByRole("row", { name: /Serrurerie Hamon/ })
    .getByRole("cell")
    .first()
    .innerText();
  await page.getByText("Effacer des textes au terme de leur conservation").click();
  await page.getByLabel("Numéros des écritures").fill("deux");
  await page.getByLabel("Motif").fill("Demande d’effacement du 3 novembre 2026");
  await page.getByRole("button", { name: "Effacer ces textes" }).click();
  await expect(page.getByText(/Donnez des numéros d’écritures/).first()).toBeVisible();
  await page.getByLabel("Numéros des écritures").fill(number);
  await page.getByRole("button", { name: "Effacer ces textes" }).click();
  await expect(page.getByText("Les textes sont effacés.", { exact: false })).toBeVisible();
  await expect(page.getByRole("row", { name: /Serrurerie Hamon/ })).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Texte d’écritures effacé/ })).toContainText(
    "Demande d’effacement",
  );
});

test("a viewer is told that the journal is not for their role, and may read the register", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeController(organisation, { legalName: "Serrurerie Hamon" });
  await signIn(context, await makeMember(organisation, "viewer"));
  const answer = await page.goto(`/${organisation.slug}/journal`);
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole("main")).toContainText("Le journal dit qui a fait quoi");

  await page.goto(`/${organisation.slug}/controllers/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Serrurerie Hamon");
  await expect(page.getByRole("link", { name: /Modifier|Archiver/ })).toHaveCount(0);
  await page.goto(`/${organisation.slug}/records/new`);
  await expect(page.getByRole("main")).toContainText("Votre rôle ne permet pas d’écrire ici");
});

test("the journal is filtered by person, noun and period, and the address keeps it", async ({
  page,
  context,
  organisation,
}) => {
  const dpo = await makeMember(organisation, "dpo");
  await makeController(organisation, { legalName: "Serrurerie Hamon" });
  await makeController(dpo, { legalName: "Optique Calvet" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/journal`);
  const rows = page.getByRole("row");
  const filter = () => page.getByRole("button", { name: "Filtrer" }).click();

  const noun = await page.getByLabel("À propos de").elementHandle();
  await page.getByLabel("Par qui").selectOption({ label: dpo.actor.name });
  await expect(page).toHaveURL(/who=/);
  await expect(page.getByRole("link", { name: "Tout montrer" })).toBeVisible();
  expect(await noun?.evaluate((control) => control.isConnected)).toBe(true);
  await page.getByLabel("À propos de").selectOption({ label: "un responsable du traitement" });
  await filter();
  await expect(page).toHaveURL(/who=.*noun=controller/);
  await expect(rows.filter({ hasText: "Optique Calvet" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Serrurerie Hamon" })).toHaveCount(0);
  await expectAccessible(page, "a filtered journal");
  await page.reload();
  await expect(page.getByLabel("À propos de")).toHaveValue("controller");

  await page.getByLabel("Au").fill(dayFromNow(-1));
  await filter();
  await expect(page.getByText("Aucune écriture ne correspond à ces filtres")).toBeVisible();
  await page.getByLabel("Au").fill(dayFromNow(0));
  await page.getByLabel("Du").fill(dayFromNow(0));
  await filter();
  await expect(rows.filter({ hasText: "Optique Calvet" })).toHaveCount(1);
  await page.getByRole("link", { name: "Tout montrer" }).click();
  await expect(rows.filter({ hasText: "Serrurerie Hamon" })).toHaveCount(1);
  await expect(page.getByLabel("À propos de")).toHaveValue("");
  await page.goBack();
  await expect(page.getByLabel("À propos de")).toHaveValue("controller");
});
