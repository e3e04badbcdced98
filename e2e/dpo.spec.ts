import type { Page } from "@playwright/test";
import { workSaveSchema } from "@/lib/features/dpo-work/schema";
import { saveWork } from "@/lib/features/dpo-work/write/mutations";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { addLine, makeWork, stepWork } from "@/prisma/factories/dpo-work";
import { makeMember } from "@/prisma/factories/member";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { makeFeed } from "@/prisma/factories/watch-feed";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

const main = (page: Page) => page.getByRole("main");
const CONSENT = "Consentement pour un service en ligne offert directement à l’enfant";
const lines = (page: Page) => main(page).getByRole("listitem");

test("what follows from a reading stands in Today until it is done @happy-watch-item @refusal-watch-item", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/dpo/watch`);
  await main(page).getByRole("link", { name: "Ajouter un élément de veille" }).first().click();
  await page.getByLabel("Source").fill("CNIL");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(refusalIn(page)).toContainText("Intitulé");
  await expect(page.getByLabel("Source")).toHaveValue("CNIL");

  await page.getByLabel("Intitulé").fill("Écoutes : durée de conservation");
  await page.getByLabel("Lu le").fill(dayFromNow(-1));
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Écoutes : durée de conservation");
  await expect(main(page)).toContainText("à examiner");

  await main(page).getByRole("link", { name: "Ajouter une obligation" }).click();
  await page.getByLabel("Obligation").fill("Réduire la durée à six mois");
  await page.getByLabel("Pour le").fill(dayFromNow(0));
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(main(page)).toContainText("1 obligation ouverte");

  await page.goto(`/${organisation.slug}`);
  const line = lines(page).filter({ hasText: "Réduire la durée à six mois" });
  await expect(line).toContainText("Faire ce qui découle d’une lecture");
  await line.getByRole("link", { name: "Faire ce qui découle d’une lecture" }).click();
  await main(page).getByRole("link", { name: "C’est fait" }).click();
  await page.getByLabel("Preuve ou précision").fill("Note du 27");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(main(page)).toContainText("Note du 27");

  await page.goto(`/${organisation.slug}`);
  await expect(line).toHaveCount(0);
  await page.goto(`/${organisation.slug}/dpo/watch?view=closed`);
  await expect(main(page)).toContainText("Écoutes : durée de conservation");
});

test("a filing that is about to lapse stands in Today, and leads to its document @happy-cndp-filing @refusal-cndp-filing", async ({
  page,
  context,
  organisation,
}) => {
  const filed = await stepWork(organisation, await makeWork(organisation, "cndp-filing"), "file");
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/dpo/filings/${filed.id}/event?event=receive`);
  await page.getByLabel("Valable jusqu’au").fill(dayFromNow(5));
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(refusalIn(page)).toContainText("Numéro");
  await page.getByLabel("Numéro").fill("D-W-849/2026");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(main(page)).toContainText("D-W-849/2026");
  await page.goto(`/${organisation.slug}`);
  const line = lines(page).filter({ hasText: filed.reference });
  await expect(line).toContainText("Renouveler le dépôt à la CNDP");
  await line.getByRole("link", { name: "Renouveler le dépôt à la CNDP" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Paie");
});

test("two who change one document meet, and a viewer is told why nothing can be written", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const row = await makeWork(organisation, "procedure");
  const path = `/${organisation.slug}/dpo/procedures/${row.id}`;
  await signIn(context, organisation);
  await page.goto(`${path}/edit`);
  const other = { id: row.id, kind: row.kind, version: row.version, owner: "Direction", purpose: "" };
  valueOf(await saveWork(organisation, workSaveSchema.parse({ ...other, title: "Notifier sans délai" })));
  await page.getByLabel("Intitulé").fill("Notifier une violation, la nuit");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(main(page)).toContainText("Notifier sans délai");
  await expect(main(page)).toContainText("Direction");

  const viewer = await visitor();
  await signIn(viewer, await makeMember(organisation, "viewer"));
  const seen = await viewer.newPage();
  await seen.goto(path);
  await expect(seen.getByRole("link", { name: "Modifier" })).toHaveCount(0);
  await seen.goto(`${path}/edit`);
  await expect(main(seen)).toContainText("Votre rôle ne le permet pas");
});

test("a feed proposes entries, and one that is not public says so @happy-watch-feed @refusal-watch-feed", async ({
  page,
  context,
  organisation,
}) => {
  await makeFeed(organisation, ["Sanction d’un centre d’appels", "Rapport annuel"]);
  await signIn(context, organisation);
  const path = `/${organisation.slug}/dpo/feeds`;
  await page.goto(path);
  await page.getByLabel("Adresse du flux").fill("ftp://cnil.example");
  await page.getByRole("button", { name: "Suivre ce flux" }).click();
  await expect(refusalIn(page)).toContainText("https://");
  await page.getByLabel("Adresse du flux").fill("http://127.0.0.1/feed");
  await page.getByRole("button", { name: "Suivre ce flux" }).click();
  await expect(async () => {
    await page.goto(path);
    await expect(main(page)).toContainText("réseau privé", { timeout: 500 });
  }).toPass();

  const entry = main(page).getByRole("row").filter({ hasText: "Sanction d’un centre d’appels" });
  await entry.getByRole("link", { name: "Ajouter comme élément de veille" }).click();
  await expect(page.getByLabel("Intitulé")).toHaveValue("Sanction d’un centre d’appels");
  await expect(page.getByLabel("Source")).toHaveValue("CNIL");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sanction d’un centre d’appels");

  await page.goto(path);
  await main(page).getByRole("button", { name: "Écarter Rapport annuel" }).click();
  await expect(main(page)).toContainText("Rien à examiner");
  await page.goto(`${path}?view=recorded`);
  await expect(main(page).getByRole("link", { name: /^inscrite/ })).toHaveCount(1);
});

test("many documents are read page by page @multiplies", async ({ page, context, organisation }) => {
  for (let at = 1; at <= 101; at += 1) await makeWork(organisation, "watch-item", { title: `Lecture ${at}` });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/dpo/watch`);
  await expect(main(page).getByRole("row")).toHaveCount(51);
  const next = page.getByRole("link", { name: "Suivantes" });
  await next.click();
  await expect(page).toHaveURL(/after=/);
  await expect(main(page).getByRole("row")).toHaveCount(51);
  const second = page.url();
  await next.click();
  await expect(page).not.toHaveURL(second);
  await expect(main(page).getByRole("row")).toHaveCount(2);
});

test("an entry that concerns minors names a procedure in force, until it is withdrawn", async ({
  page,
  context,
  organisation,
}) => {
  const written = await makeWork(organisation, "procedure", { title: "Accord d’un parent" });
  const version = { text: "1.0", approvedBy: "Gérance", inForceFrom: dayFromNow(-30) };
  const procedure = await addLine(organisation, written, version);
  const record = await makeRecord(organisation);
  await signIn(context, organisation);
  const [sheet, field] = [
    `/${organisation.slug}/records/${record.id}`,
    page.locator("#field-minorsProcedureId"),
  ];
  await page.goto(`${sheet}/edit/additional`);
  await page.getByRole("group", { name: "Mineurs" }).getByLabel("Oui").check();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(field).toContainText("nommez la procédure pour les mineurs");
  await expect(page.locator("#field-minorsConsent")).toContainText("Inconnu");

  await page.goto(`${sheet}/edit/additional`);
  await page.getByLabel("Article 8, mineurs").selectOption({ label: CONSENT });
  await page
    .getByLabel("Procédure pour les mineurs")
    .selectOption({ label: `${procedure.reference} · Accord d’un parent` });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(field.getByRole("link")).toHaveText(`${procedure.reference} · Accord d’un parent`);
  await expect(field).not.toContainText("procédure pour les mineurs.");

  // Entries follow a procedure in the process that writes, which is not the server's here.
  registerFollowers();
  await stepWork(organisation, procedure, "withdraw", { reason: "Remplacée" });
  await page.reload();
  await expect(field).toContainText("qui est retirée");
  await page.goto(`/${organisation.slug}/records?code=MINORS-8`);
  await expect(main(page)).toContainText(record.reference);
});
