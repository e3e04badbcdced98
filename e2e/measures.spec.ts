import { readFileSync } from "node:fs";
import { retireMeasure } from "@/lib/features/measure/write/mutations";
import { adoptMeasure, makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeMember } from "@/prisma/factories/member";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

test("measures are chosen from the library together, and a letter of the article stops being uncovered @happy-measure", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/measures`);
  await expect(page.getByRole("heading", { name: "Aucune mesure encore" })).toBeVisible();
  await page.getByRole("link", { name: "Choisir dans la bibliothèque" }).first().click();

  await page.getByRole("button", { name: "Adopter les mesures cochées" }).click();
  await expect(refusalIn(page)).toContainText("Cochez au moins une mesure");
  await page.getByRole("checkbox", { name: /Sauvegardes quotidiennes chiffrées/ }).check();
  await page.getByRole("checkbox", { name: /Bureaux nets/ }).check();
  await expect(page.getByRole("status").filter({ hasText: "2 mesures cochées" })).toBeVisible();
  await page.getByRole("button", { name: "Adopter les mesures cochées" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mesures de sécurité");
  await expect(page.getByRole("row", { name: /M-001/ })).toContainText("Bureaux nets");
  await expect(page.getByRole("row", { name: /M-002/ })).toContainText("Sauvegardes quotidiennes");
  await page.getByRole("searchbox", { name: "Chercher une mesure" }).fill("sauvegardes");
  await page.getByRole("searchbox", { name: "Chercher une mesure" }).press("Enter");
  await expect(page.getByRole("row", { name: /M-001/ })).toHaveCount(0);
  await expect(page.getByRole("row", { name: /M-002/ })).toBeVisible();

  await page.getByRole("link", { name: "Couverture" }).click();
  await expect(page.getByRole("main")).toContainText("Rien n’est écrit pour art. 32(1)(a) et art. 32(1)(d).");
  await page
    .getByRole("row", { name: /Sauvegarde et continuité/ })
    .getByRole("link", { name: "1 mesure" })
    .first()
    .click();
  await expect(page.getByRole("row", { name: /M-002/ })).toBeVisible();
});

test("a change shows the entries it touches, and is saved once they were seen", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await adoptMeasure(organisation, "clean-desk");
  const controller = await makeController(organisation, { legalName: "Minoterie Bréval" });
  const record = await makeRecord(organisation, {
    controllerId: controller.id,
    activity: "Suivi de commandes",
  });
  await nameMeasures(organisation, record, [id]);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/measures/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Bureaux nets/);
  await page.getByRole("link", { name: "Modifier" }).click();

  const touched = page.getByRole("table", { name: /nomme cette mesure/ });
  await expect(touched.getByRole("row", { name: new RegExp(record.reference) })).toContainText(
    "Minoterie Bréval",
  );
  await page.getByLabel("Intitulé").fill("Aucun téléphone sur le plateau");
  await page
    .getByLabel("Ce qui est fait")
    .fill("Casiers à l’entrée, ronde du superviseur à chaque prise de poste.");
  await page.getByLabel("En place depuis").fill("mars 2024");
  await page.getByRole("button", { name: "Enregistrer la mesure" }).click();
  await expect(refusalIn(page)).toContainText("Une fiche nomme cette mesure");
  await expect(page.getByLabel("Intitulé")).toHaveValue("Aucun téléphone sur le plateau");
  await expectAccessible(page, "a refused change");

  await page.getByRole("checkbox", { name: "J’ai vu la fiche que ce changement touche" }).check();
  await page.getByRole("button", { name: "Enregistrer la mesure" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aucun téléphone sur le plateau");
  await expect(page.getByRole("main")).toContainText("mars 2024");
  await expect(page.getByRole("main")).toContainText("Version 2");
  await page.getByRole("link", { name: "Minoterie Bréval" }).click();
  await expect(page.getByRole("main")).toContainText("Aucun téléphone sur le plateau");
});

test("retiring wants a reason, advises the entries that name it, and can be taken back @refusal-measure", async ({
  page,
  context,
  organisation,
}) => {
  const measure = await makeMeasure(organisation, { title: "Gardien de nuit" });
  const record = await makeRecord(organisation);
  await nameMeasures(organisation, record, [measure.id]);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/measures/${measure.id}`);
  await page.getByRole("link", { name: "Retirer", exact: true }).click();
  await page.getByRole("checkbox", { name: /J’ai vu la fiche/ }).check();
  await page.getByRole("button", { name: "Retirer la mesure" }).click();
  await expect(page.getByLabel("Motif")).toHaveAccessibleDescription(/Ce champ est obligatoire/);
  await page.getByLabel("Motif").fill("Contrat de gardiennage terminé");
  await page.getByRole("button", { name: "Retirer la mesure" }).click();
  await expect(page.getByRole("main")).toContainText("Motif : Contrat de gardiennage terminé");

  await page.goto(`/${organisation.slug}/records/${record.id}`);
  await expect(page.locator("#field-measureIds")).toContainText(
    `Remplacez ou retirez : ${measure.reference} Gardien de nuit`,
  );
  await page.goto(`/${organisation.slug}/measures/${measure.id}`);
  await page.getByRole("button", { name: "Remettre en place" }).click();
  await expect(page.getByRole("link", { name: "Modifier" })).toBeVisible();
  await page.goto(`/${organisation.slug}/records/${record.id}`);
  await expect(page.getByRole("main")).not.toContainText("Remplacez ou retirez");
});

test("an entry names measures with the keyboard alone, and the register says them @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  await adoptMeasure(organisation, "two-factors");
  await adoptMeasure(organisation, "backups");
  const retired = await makeMeasure(organisation, { title: "Gardien de nuit" });
  valueOf(
    await retireMeasure(organisation, { id: retired.id, version: 1, reason: "Remplacé", confirmed: false }),
  );
  const record = await makeRecord(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records/${record.id}/edit/security`);
  await expect(page.getByRole("checkbox", { name: /Gardien de nuit/ })).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Chercher parmi les mesures" }).fill("double");
  await expect(page.getByRole("checkbox", { name: /Sauvegardes/ })).toBeHidden();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByText("1 cochée sur 2")).toBeVisible();
  await page.getByLabel("Mesures techniques et organisationnelles").fill("Coffre à clés à l’accueil");
  await page.getByRole("button", { name: "Enregistrer la sécurité" }).click();

  const security = page.locator("#security");
  await expect(security).toContainText("M-001 Double authentification pour tout accès aux données");
  await expect(security).toContainText("Coffre à clés à l’accueil");
  await expect(security).not.toContainText("30(2)(d), 32(1)");

  await page.goto(`/${organisation.slug}/records/export`);
  await page.getByRole("radio", { name: /Avec lacunes et recommandations/ }).check();
  const exportMatrix = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    return readFileSync(await download.path());
  };
  const csv = (await exportMatrix("Exporter en CSV")).toString("utf8");
  expect(csv).toContain("Double authentification pour tout accès aux données;Coffre à clés à l’accueil;");
  const pdf = await exportMatrix("Exporter en PDF");
  expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
});

test("without JavaScript the boxes are plain, and a change is confirmed all the same @multiplies", async ({
  organisation,
  visitor,
}) => {
  const measure = await adoptMeasure(organisation, "backups");
  const record = await makeRecord(organisation);
  const context = await visitor({ javaScriptEnabled: false });
  await signIn(context, organisation);
  const page = await context.newPage();
  await page.goto(`/${organisation.slug}/records/${record.id}/edit/security`);
  await page.getByRole("checkbox", { name: /Sauvegardes quotidiennes/ }).check();
  await page.getByRole("button", { name: "Enregistrer la sécurité" }).click();
  await expect(page.locator("#security")).toContainText("M-001 Sauvegardes quotidiennes chiffrées");

  await page.goto(`/${organisation.slug}/measures/${measure.id}/edit`);
  await page.getByLabel("Qui en est chargé").fill("Responsable informatique");
  await page.getByRole("button", { name: "Enregistrer la mesure" }).click();
  await expect(refusalIn(page)).toContainText("Une fiche nomme cette mesure");
  await expect(page.getByLabel("Qui en est chargé")).toHaveValue("Responsable informatique");
  await page.getByRole("checkbox", { name: /J’ai vu la fiche/ }).check();
  await page.getByRole("button", { name: "Enregistrer la mesure" }).click();
  await expect(page.getByRole("main")).toContainText("Responsable informatique");
  await expect(page.getByRole("main")).toContainText("mots de la bibliothèque");
});

test("two people change one measure: both writings are shown @multiplies", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const { id } = await adoptMeasure(organisation, "badge-entry");
  const address = `/${organisation.slug}/measures/${id}/edit`;
  const other = await visitor();
  await signIn(context, organisation);
  await signIn(other, await makeMember(organisation, "dpo"));
  const second = await other.newPage();
  await Promise.all([page.goto(address), second.goto(address)]);
  await second.getByLabel("Qui en est chargé").fill("Accueil");
  await second.getByRole("button", { name: "Enregistrer la mesure" }).click();
  await expect(second.getByRole("heading", { level: 1 })).toHaveText(/Entrée par badge/);

  await page.getByLabel("Qui en est chargé").fill("Services généraux");
  await page.getByLabel("Où elle est documentée").fill("Registre des visiteurs");
  await page.getByRole("button", { name: "Enregistrer la mesure" }).click();
  await expect(page.getByRole("heading", { name: "Quelqu’un a enregistré entre-temps" })).toBeFocused();
  await page.getByRole("radio", { name: "Services généraux" }).check();
  await page.getByRole("button", { name: "Enregistrer comme version 3" }).click();
  await expect(page.getByRole("main")).toContainText("Services généraux");
  await expect(page.getByRole("main")).toContainText("Registre des visiteurs");
  await expect(page.getByRole("main")).toContainText("mots de la bibliothèque");
});

test("an editor reads the measures and changes none", async ({ page, context, organisation }) => {
  const { id } = await adoptMeasure(organisation, "backups");
  await signIn(context, await makeMember(organisation, "editor"));
  await page.goto(`/${organisation.slug}/measures/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Sauvegardes/);
  await expect(page.getByRole("link", { name: "Modifier" })).toHaveCount(0);
  await page.goto(`/${organisation.slug}/measures/${id}/retire`);
  await expect(page.getByRole("button", { name: "Retirer la mesure" })).toHaveCount(0);
  await page.goto(`/${organisation.slug}/measures/library`);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Double authentification");
});
