import { makeCampaign } from "@/prisma/factories/campaign";
import { makeChoice } from "@/prisma/factories/choice";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

/** Calls of one week under consent: one of each kind against the law, and lawful ones beside them. */
const LOG = [
  "call_date;phone_number;status;callerid;uniqueid",
  // Lawful.
  "2026-08-18 09:30:00;0612000001;SALE;0123456789;1",
  // At 21:30 in Paris.
  "2026-08-18 20:30:00;0612000001;NA;0123456789;2",
  // Without consent.
  "2026-08-18 09:31:00;0612000002;NA;0123456789;3",
  // A masked number.
  "2026-08-18 09:32:00;0612000003;NA;anonymous;4",
  // After an objection that the person made on the telephone.
  "2026-08-19 09:30:00;0612000003;DNC;0123456789;5",
  "2026-08-20 09:30:00;0612000003;NA;0123456789;6",
  // A fifth attempt in thirty days.
  ...[18, 19, 20, 21, 24].map((day, at) => `2026-08-${day} 09:40:00;0612000004;NA;0123456789;${10 + at}`),
  "",
].join("\n");

test("finds five kinds of calls against the law in a log, and opens the report for the controller @happy-call-log", async ({
  page,
  context,
  organisation,
}) => {
  const controller = await makeController(organisation, { legalName: "Filature du Gapeau" });
  await makeCampaign(organisation, { controllerId: controller.id, title: "Fibre d’août" });
  for (const number of ["0612000001", "0612000003", "0612000004"])
    await makeChoice(organisation, {
      controllerId: controller.id,
      number,
      outcome: "allowed",
      on: "2026-08-12",
      time: "09:00",
      validUntil: "2026-12-31",
    });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/logs/new`);
  await page.getByLabel("Campagne").selectOption({ index: 1 });
  await page
    .getByLabel("Fichier")
    .setInputFiles({ name: "appels-aout.csv", mimeType: "text/csv", buffer: Buffer.from(LOG) });
  await expect(page.getByLabel("Numéro appelé")).toHaveValue("1");
  await expect(page.getByLabel("Numéro affiché")).toHaveValue("3");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Envoyer et lire" }).click();

  await expect(page.getByRole("heading", { name: "appels-aout.csv" })).toBeVisible();
  const finding = (title: RegExp) =>
    page.getByRole("listitem").filter({ hasText: "Contraire à la loi" }).filter({ hasText: title });
  await expect(finding(/Jours et heures/)).toContainText("1 appel");
  // Counts a call that nobody agreed to, and one after the person had objected.
  await expect(finding(/Consentement préalable.*Aucun consentement/)).toContainText("1 appel");
  await expect(finding(/Consentement préalable.*R223-3/)).toContainText("1 appel");
  await expect(finding(/Numéro affiché/)).toContainText("1 appel");
  await expect(finding(/Refus pendant l’appel/)).toContainText("1 appel");
  await expect(finding(/Fréquence/)).toContainText("1 appel");
  await expectAccessible(page);

  const taken = page.waitForEvent("download");
  await page.getByRole("button", { name: "Rapport pour le responsable" }).click();
  expect((await taken).suggestedFilename()).toMatch(/^appels-[0-9a-f]{12}\.pdf$/);

  await page.goto(`/${organisation.slug}`);
  await expect(page.getByText("Traiter des appels hors instructions")).toBeVisible();
  await page.goBack();
  await page
    .getByLabel("Ce qui a été fait")
    .fill("Responsable averti par téléphone, plages du composeur corrigées.");
  await page.getByRole("button", { name: "Clore ce constat" }).click();
  await expect(page.getByText("Traité", { exact: true })).toBeVisible();
});

test("counts the same file once, and says which log it is @refusal-call-log", async ({
  page,
  context,
  organisation,
}) => {
  const controller = await makeController(organisation);
  await makeCampaign(organisation, { controllerId: controller.id });
  await signIn(context, organisation);
  for (const expected of ["Codes du composeur", "Voir ce journal"]) {
    await page.goto(`/${organisation.slug}/telephone/logs/new`);
    await page.getByLabel("Campagne").selectOption({ index: 1 });
    await page
      .getByLabel("Fichier")
      .setInputFiles({ name: "appels.csv", mimeType: "text/csv", buffer: Buffer.from(LOG) });
    await page.getByRole("button", { name: "Envoyer et lire" }).click();
    await expect(page.getByText(expected).first()).toBeVisible();
  }
});

test("asks the order of days that are days both ways, and what a contradicted country means @refusal-call-log", async ({
  page,
  context,
  organisation,
}) => {
  const controller = await makeController(organisation, { country: "FR" });
  await makeCampaign(organisation, { controllerId: controller.id });
  await signIn(context, organisation);
  const send = async (rows: readonly string[]) => {
    await page.goto(`/${organisation.slug}/telephone/logs/new`);
    await page.getByLabel("Campagne").selectOption({ index: 1 });
    const buffer = Buffer.from(["Numéro appelé;Date et heure;Statut;Pays", ...rows, ""].join("\n"));
    await page.getByLabel("Fichier").setInputFiles({ name: "appels.csv", mimeType: "text/csv", buffer });
    await expect(page.getByLabel("Pays du numéro")).toHaveValue("3");
    await page.getByRole("button", { name: "Envoyer et lire" }).click();
  };
  await send(["+33612345678;03/04/2026 10:30;NA;Maroc"]);
  await expect(page.getByText(/Des dates de ce journal se lisent jour d’abord/)).toBeVisible();
  await expect(page.getByLabel("Écriture des dates")).toHaveValue("");
  await page.getByLabel("Écriture des dates").selectOption("day-first");
  await page.getByRole("button", { name: "Envoyer et lire" }).click();
  await expect(page.getByText(/ne sont pas du pays de leur ligne/).first()).toBeVisible();
  await send(["+33612345678;13/04/2026 10:30;NA;Maroc"]);
  await expect(page.getByText(/ne sont pas du pays de leur ligne/).first()).toBeVisible();
  await send(["0661234567;13/04/2026 10:30;NA;Maroc"]);
  await expect(page.getByText("Codes du composeur").first()).toBeVisible();
});
