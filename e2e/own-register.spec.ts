import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { makeOwnRecord, makeRecord } from "@/prisma/factories/register";
import { readPdfText } from "@/scripts/test/pdf-text";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";

async function fill(page: Page, section: string, verb: string, write: () => Promise<void>): Promise<void> {
  await page.getByRole("link", { name: `Modifier ${section}` }).click();
  await write();
  await page.getByRole("button", { name: verb }).click();
  await expect(page.getByRole("link", { name: `Modifier ${section}` })).toBeVisible();
}

test("the payroll of the company itself is entered letter by letter, and taken away", async ({
  page,
  context,
  organisation,
}) => {
  const theirs = await makeRecord(organisation, { activity: "Prise de rendez-vous" });
  const sheet = page.getByRole("main");
  const gap = (article: string) => page.locator(".gap", { hasText: article });
  await signIn(context, organisation);

  await test.step("its register is empty, and stands apart from the clients'", async () => {
    await page.goto(`/${organisation.slug}`);
    await page.getByRole("navigation", { name: "Navigation principale" }).getByText("Registre").click();
    await page.getByRole("link", { name: "Registre du responsable" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Registre du responsable du traitement");
    await expect(sheet).not.toContainText("Prise de rendez-vous");
    await page.getByRole("link", { name: "Ajouter une fiche" }).click();
    await page.getByLabel("Activité").fill("Paie");
    await page.getByLabel("Finalités").fill("Gestion");
    await page.getByRole("button", { name: "Créer la fiche" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Paie");
    await expect(sheet).toContainText("I-001");
  });

  await test.step("what is missing is said by its letter, as good practice and not as a breach", async () => {
    for (const article of ["30(1)(b)", "30(1)(c)", "30(1)(d)", "30(1)(e)", "30(1)(f)", "30(1)(g), 32(1)"])
      await expect(gap(article).first()).toBeVisible();
    await expect(sheet).toContainText("30(1)(b), 5(1)(b) · trop vague");
    await expect(sheet).toContainText("6 mentions conseillées");
    await expect(sheet).toContainText("Le RGPD ne lie pas vos propres traitements");
    await expect(sheet).not.toContainText("lacune");
  });

  await test.step("each section filled takes its mention away", async () => {
    await fill(page, "À quelles fins", "Enregistrer les finalités", () =>
      page.getByLabel("Finalités").fill("Versement des salaires\nDéclarations sociales"),
    );
    await expect(gap("30(1)(b)")).toHaveCount(0);
    await fill(page, "Personnes et données", "Enregistrer personnes et données", async () => {
      await page.getByLabel("Personnes concernées").fill("salariés");
      await page.getByLabel("Catégories de données").fill("identité\nrémunération");
      const special = page.getByRole("group", { name: "Données des art. 9 et 10" });
      await special.getByRole("radio", { name: "Non", exact: true }).check();
    });
    await expect(gap("30(1)(c)")).toHaveCount(0);
    await fill(page, "Qui reçoit", "Enregistrer les destinataires", () =>
      page.getByLabel("Destinataires").fill("CNSS\nbanque"),
    );
    await expect(gap("30(1)(d)")).toHaveCount(0);
    await fill(page, "Transferts vers un pays tiers", "Enregistrer les transferts", () =>
      page.getByRole("radio", { name: "Non", exact: true }).check(),
    );
    await expect(gap("30(1)(e)")).toHaveCount(0);
    await fill(page, "Délais d’effacement", "Enregistrer la durée", () =>
      page.getByLabel("Durée de conservation").fill("Durée légale"),
    );
    await expect(sheet).toContainText("30(1)(f), 5(1)(e) · ne fixe aucun terme");
    await fill(page, "Délais d’effacement", "Enregistrer la durée", () =>
      page.getByLabel("Durée de conservation").fill("5 ans après le départ"),
    );
    await expect(gap("30(1)(f)")).toHaveCount(0);
    await fill(page, "Sécurité", "Enregistrer la sécurité", () =>
      page.getByLabel("Motif de l’absence de description").fill("Décrites dans une note interne"),
    );
    await expect(sheet).toContainText("10 mentions sur 10 remplies");
  });

  await test.step("the law of the entry changes with whom it targets", async () => {
    await fill(page, "Qui décide, qui représente", "Enregistrer les parties", () =>
      page
        .getByRole("group", { name: "Vise des personnes dans l’Union" })
        .getByRole("radio", { name: "Oui" })
        .check(),
    );
    await expect(sheet).toContainText("le RGPD vous lie pour lui");
    await expect(sheet).toContainText("l’organisation se dit liée par contrat seulement");
  });

  await test.step("it is activated, read again and dated", async () => {
    await page.getByRole("link", { name: "Modifier l’état" }).click();
    await page.getByRole("radio", { name: /Mettre en vigueur/ }).check();
    await page.getByRole("button", { name: "Enregistrer le changement d’état" }).click();
    await expect(page.getByText("L’état de la fiche est changé et daté.")).toBeVisible();
    await page.getByRole("link", { name: "Retour à la fiche" }).click();
    await page.getByRole("button", { name: "Valider la relecture" }).click();
    await expect(sheet).toContainText("Active depuis");
  });

  await test.step("the register is taken away under its own name and article", async () => {
    await page
      .getByRole("navigation", { name: "Fil d’Ariane" })
      .getByRole("link", { name: "Registre du responsable" })
      .click();
    await expect(page.getByRole("row", { name: /Paie/ })).toContainText("Versement des salaires");
    await page.getByRole("link", { name: "Exporter" }).click();
    await expect(page.getByRole("radio", { name: /Registre du responsable/ })).toBeChecked();
    await expect(page.getByLabel("Périmètre")).toHaveCount(0);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Exporter en PDF" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(
      `registre-responsable-${organisation.slug}-${dayFromNow(0)}.pdf`,
    );
    const text = await readPdfText(readFileSync(await download.path()));
    expect(text).toContain("Registre du responsable du");
    expect(text).toContain("Versement des salaires");
    expect(text).toContain("Bonne pratique");
    expect(text).not.toContain("Prise de rendez-vous");
  });

  await test.step("the clients' register is what it was, and asks no purpose", async () => {
    await page.goto(`/${organisation.slug}/records`);
    await expect(sheet).toContainText("Prise de rendez-vous");
    await expect(sheet).not.toContainText("Paie");
    await page.goto(`/${organisation.slug}/records/${theirs.id}`);
    await expect(sheet).not.toContainText(/finalité|durée de conservation|base légale/i);
    const own = await makeOwnRecord(organisation);
    expect((await page.goto(`/${organisation.slug}/records/${own.id}`))!.status()).toBe(404);
    expect((await page.goto(`/${organisation.slug}/own-records/${theirs.id}`))!.status()).toBe(404);
    const section = `/${organisation.slug}/own-records/${own.id}/edit/operations`;
    expect((await page.goto(section))!.status()).toBe(404);
  });
});

test("today names both registers and mixes neither", async ({ page, context, organisation }) => {
  await makeRecord(organisation);
  await makeOwnRecord(organisation, { activity: "Vidéosurveillance" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}`);
  const main = page.getByRole("main");
  await expect(page.getByRole("row", { name: /Fiches du registre/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Vos propres traitements/ })).toContainText("bonne pratique");
  // A register kept as good practice owes nobody anything: it is no duty of the morning.
  await expect(main.getByRole("link", { name: /registre de vos propres traitements/ })).toHaveCount(0);
  await main.getByRole("link", { name: "Vos propres traitements" }).click();
  await expect(page.getByRole("row", { name: /Vidéosurveillance/ })).toContainText("conseillée");
});
