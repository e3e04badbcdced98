import { readFileSync } from "node:fs";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { dayFromNow } from "./days";
import { expect, signIn, test as base } from "./fixtures";

const DAY_MS = 86_400_000;
const BEGUN = -60;
const CHANGED = -20;
const BETWEEN = dayFromNow(-30);

/** Organisation with one entry that was changed after its creation. */
const test = base.extend<{ filled: MadeOrganisation & { record: { id: string } } }>({
  filled: async ({ database }, give) => {
    const daysAgo = (days: number) => new Date(Date.now() + days * DAY_MS);
    const organisation = await makeOrganisation(database.ownerUrl, undefined, daysAgo(BEGUN));
    const client = await makeController(organisation, { legalName: "Bibliothèque Oriane" });
    const record = await makeRecord(organisation, {
      controllerId: client.id,
      activity: "Appels entrants",
      operations: ["Réception d’appels", "Saisie"],
    });
    await saveOperations({ ...organisation, now: daysAgo(CHANGED) }, record.id, 1, "Rappels entrants");
    await give({ ...organisation, record });
  },
});

async function saveOperations(ctx: MadeOrganisation, id: string, version: number, activity: string) {
  const stated = { section: "operations", id, version, activity, operations: "Réception d’appels\nRelances" };
  valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(stated)));
}

test("a register and its entry are seen as they stood at a date, and taken away so", async ({
  page,
  context,
  filled,
}) => {
  await signIn(context, filled);
  await page.goto(`/${filled.slug}/records`);
  const line = page.getByRole("note");

  await test.step("the day is asked for among the tools, and stays in the address", async () => {
    await page.getByText("Afficher au…", { exact: true }).click();
    await page.getByRole("textbox", { name: "Afficher le registre au" }).fill(BETWEEN);
    await page.getByRole("button", { name: "Afficher", exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`on=${BETWEEN}`));
    await expect(line).toContainText("Ce qui était enregistré à la fin de ce jour");
    await expect(page.getByRole("row", { name: /Appels entrants/ })).toBeVisible();
    await expect(page.getByText("Rappels entrants")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Nouvelle fiche" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Importer" })).toHaveCount(0);
  });

  await test.step("a filter answers by what was said then", async () => {
    const search = page.getByRole("searchbox", { name: "Chercher dans le registre" });
    await search.fill("Rappels");
    await search.press("Enter");
    await expect(page.getByText("Aucune fiche ne correspond", { exact: true })).toBeVisible();
    await expect(line).toBeVisible();
    await page.getByRole("link", { name: "Réinitialiser les filtres" }).first().click();
  });

  await test.step("the entry is read as it stood, and not written", async () => {
    await page.getByRole("link", { name: "T-001" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Appels entrants, Bibliothèque Oriane");
    await expect(page.getByRole("main")).toContainText("Saisie");
    await expect(page.getByRole("link", { name: /^Modifier/ })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Valider la relecture" })).toHaveCount(0);
    await page.getByRole("link", { name: "Retour à aujourd’hui" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rappels entrants, Bibliothèque Oriane");
    await expect(line).toHaveCount(0);
  });

  await test.step("the same day is taken away, and the file says so", async () => {
    await page.goto(`/${filled.slug}/records?on=${BETWEEN}`);
    await page.getByRole("link", { name: "Exporter" }).click();
    await expect(page.getByLabel("État au")).toHaveValue(BETWEEN);
    // The entry is a draft, which is kept within the house.
    await page.getByRole("radio", { name: /Avec lacunes et recommandations/ }).check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Exporter en CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(
      `registre-${filled.slug}-interne-avec-brouillons-au-${BETWEEN}.csv`,
    );
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toContain("Appels entrants");
    expect(text).not.toContain("Rappels entrants");
  });
});

test("a day that is none, has not come, or was before the register shows nothing in its place @refusal-export", async ({
  page,
  context,
  filled,
}) => {
  await signIn(context, filled);
  await page.goto(`/${filled.slug}/records?on=2026-02-30`);
  await expect(page.getByRole("textbox", { name: "Afficher le registre au" })).toHaveAccessibleDescription(
    /n’est pas un jour du calendrier/,
  );
  await expect(page.getByText("entrants")).toHaveCount(0);
  await page.goto(`/${filled.slug}/records/${filled.record.id}?on=${dayFromNow(3)}`);
  await expect(page.getByLabel("Afficher la fiche au")).toHaveAccessibleDescription(/Ce jour est à venir/);
  await page.goto(`/${filled.slug}/records?on=${dayFromNow(BEGUN - 5)}`);
  await expect(page.getByRole("heading", { name: "Le registre n’existait pas encore" })).toBeVisible();
  await page.goto(`/${filled.slug}/records/${filled.record.id}?on=${dayFromNow(BEGUN - 5)}`);
  await expect(page.getByRole("heading", { name: "La fiche n’existait pas encore" })).toBeVisible();

  await page.goto(`/${filled.slug}/records/export`);
  await page.getByLabel("État au").evaluate((input) => input.removeAttribute("max"));
  await page.getByLabel("État au").fill(dayFromNow(3));
  await page.getByRole("button", { name: "Exporter en PDF" }).click();
  await expect(page.getByLabel("État au")).toHaveAccessibleDescription(/Ce jour est à venir/);

  await page.getByLabel("État au").fill(dayFromNow(BEGUN - 5));
  await page.getByRole("button", { name: "Exporter en CSV" }).click();
  await expect(page.getByLabel("État au")).toHaveAccessibleDescription(/aucune fiche n’était enregistrée/);
  await page.getByLabel("Exporter quand même un document sans fiche").check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Exporter en CSV" }).click(),
  ]);
  expect(
    readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n"),
  ).toHaveLength(1);
});

test("on an Arabic page what changed in a French text is read from the left @multiplies", async ({
  page,
  context,
  filled,
}) => {
  await signIn(context, filled);
  await page.goto(`/${filled.slug}/records/${filled.record.id}/history`);
  await context.addCookies([{ name: "locale", value: "ar", url: page.url() }]);
  await page.reload();
  const text = page.locator("#version-2 p > span[dir=auto]");
  await expect(text).toContainText("Rappels");
  await expect(text).toHaveCSS("direction", "ltr");
});

test("versions are read as a difference, and an earlier one is restored as a new one", async ({
  page,
  context,
  filled,
}) => {
  await signIn(context, filled);
  await page.goto(`/${filled.slug}/records/${filled.record.id}`);
  await page.getByRole("link", { name: "Historique" }).click();

  await test.step("who, when, which fields, old and new", async () => {
    const second = page.locator("#version-2");
    await expect(second).toContainText("par Salma Idrissi");
    await expect(second).toContainText(/Casablanca.*Paris/);
    await expect(second.getByRole("deletion").first()).toContainText("Appels");
    await expect(second.getByRole("insertion").first()).toContainText("Rappels");
    await expect(second.getByRole("insertion").last()).toContainText("Relances");
    await expect(second).toContainText("1 inchangé");
    await expect(page.locator("#version-1")).toContainText("Première version");
  });

  const confirm = async () => {
    await page.getByRole("link", { name: "Rétablir Version 1" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rétablir la version 1");
  };

  await test.step("somebody saved meanwhile: nothing is passed over", async () => {
    await confirm();
    await saveOperations({ ...filled, now: new Date() }, filled.record.id, 2, "Sondages");
    await page.getByRole("button", { name: "Rétablir la version 1" }).click();
    await expect(page.getByText("a enregistré entre-temps la version 3")).toBeVisible();
  });

  await test.step("what would change is shown, then it is a version like any other", async () => {
    await page.goto(`/${filled.slug}/records/${filled.record.id}/history`);
    await confirm();
    await expect(page.getByRole("deletion").first()).toContainText("Sondages");
    await page.getByRole("button", { name: "Rétablir la version 1" }).click();
    await expect(page.locator("#version-4")).toContainText("Version antérieure rétablie");
    await expect(page.locator("#version-3")).toContainText("Sondages");
    await page.goto(`/${filled.slug}/records/${filled.record.id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Appels entrants, Bibliothèque Oriane");
  });
});
