import { join } from "node:path";
import { postfixReport } from "@/lib/platform/mail/returned.fixture";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeMember } from "@/prisma/factories/member";
import { makeLetter } from "@/prisma/factories/outbox";
import { findFreePort, launch, readAnnouncement, stop } from "@/scripts/test/amana";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";
import { readServer } from "./server";

const LINK = "https://amana.example/invitation?token=a1b2c3";

const heldBack = (name: string) => ({
  name: "Hélène Marchetti",
  address: `${name}-${Date.now()}@held.example`,
});

test("a letter leaves once its change is written, and the outbox keeps its server's answer @happy-mail", async ({
  page,
  context,
  organisation,
  mailTo,
}) => {
  const { to, id } = await makeLetter(organisation, { secrets: { link: LINK } });
  const mail = await mailTo(to.address);
  expect(mail).toMatchObject({ subject: "Courriel d’essai d’Amana", language: "fr" });
  expect(mail.text).toContain("Bonjour Hélène Marchetti,");
  expect(mail.html).toContain("les courriels d’Amana arrivent");

  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/outbox`);
  await page.getByRole("link", { name: "Remises au relais" }).click();
  await expect(page.getByRole("row").filter({ hasText: to.address })).toContainText("Remise à notre relais");
  await page.goto(`/${organisation.slug}/outbox/${id}`);
  await expect(page.getByRole("main")).toContainText("250");
  await expect(page.getByRole("button", { name: "Envoyer maintenant" })).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText(
    "l’acceptation par notre relais ne montre pas la réception",
  );

  const letter = await withOrg(organisation.scope, (tx) =>
    tx.outboxMail.findUniqueOrThrow({ where: { id } }),
  );
  const report = postfixReport({ ...letter, action: "delivered" });
  await page.goto(`/${organisation.slug}/outbox`);
  await page
    .getByLabel("Fichier de messages revenus")
    .setInputFiles({ name: "avis.eml", mimeType: "message/rfc822", buffer: Buffer.from(report) });
  await page.getByRole("button", { name: "Lire ce fichier" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 message parle d’un courriel" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Voir le courriel" }).click();
  await expect(page.getByRole("main")).toContainText("selon le serveur du destinataire");
  await page.getByLabel("Qui le dit").fill("Hélène Marchetti");
  await page.getByLabel("Comment on le sait").selectOption({ label: "par téléphone" });
  await page.getByRole("button", { name: "Enregistrer cette confirmation" }).click();
  await expect(page.getByRole("main")).toContainText("Selon Hélène Marchetti");
});

test("somebody sends themselves a letter on trial, in their language @multiplies", async ({
  page,
  context,
  organisation,
  mailTo,
}) => {
  await context.addCookies([{ name: "locale", value: "ar", url: readServer().baseUrl }]);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/outbox`);
  await page.getByRole("button", { name: "أرسلوا إليّ رسالة تجريبية" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("رسالة تجريبية من أمانة");
  const mail = await mailTo(organisation.email);
  expect(mail.html).toContain('dir="rtl"');
  expect(mail.text).toContain("\u2068Salma Idrissi\u2069");
});

test("a letter that its server holds back says so, hides its link, and is cancelled with a reason @refusal-mail", async ({
  page,
  context,
  organisation,
}) => {
  const { id, to } = await makeLetter(organisation, { to: heldBack("tenue"), secrets: { link: LINK } });
  await signIn(context, organisation);
  await expect(async () => {
    await page.goto(`/${organisation.slug}/outbox/${id}`);
    await expect(page.getByRole("main")).toContainText("Come back later", { timeout: 1000 });
  }).toPass();
  await expect(page.getByRole("button", { name: "Montrer le lien" })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Annuler ce courriel" }).click();
  await expect(refusalIn(page)).toContainText("Motif");
  await page.getByLabel("Motif").fill("Elle a changé d’adresse");
  await page.getByRole("button", { name: "Annuler ce courriel" }).click();
  await expect(page.getByText("Annulée")).toBeVisible();
  await page.goto(`/${organisation.slug}/journal`);
  await expect(page.getByRole("row").filter({ hasText: "Courriel annulé" })).toContainText(to.address);
});

test("a refused address is given up at once", async ({ page, context, organisation }) => {
  const to = { name: "", address: `nulle-part-${Date.now()}@refused.example` };
  await makeLetter(organisation, { to });
  await signIn(context, organisation);
  await expect(async () => {
    await page.goto(`/${organisation.slug}/outbox?view=given-up`);
    await expect(page.getByRole("row").filter({ hasText: to.address })).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test("the outbox is the owner's and the officer's", async ({ page, context, organisation }) => {
  await signIn(context, await makeMember(organisation, "editor"));
  const answer = await page.goto(`/${organisation.slug}/outbox`);
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole("link", { name: "Courriels" })).toHaveCount(0);
});

test("without a mail server the link is shown to whoever asks, copied, and the asking is written down @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  test.setTimeout(120_000);
  const reset = { template: "password-reset", params: { name: "Hélène" }, secrets: { link: LINK } } as const;
  const { id } = await makeLetter(organisation, { ...reset, to: heldBack("sans-serveur") });
  const { database } = readServer();
  const quiet = launch({
    AMANA_DATA_DIR: join(import.meta.dirname, "../.test/e2e-data"),
    PORT: String(await findFreePort()),
    DATABASE_URL: database?.ownerUrl ?? "",
    AMANA_SECRET: database?.secret ?? "",
    WEB_WORKERS: "1",
    AMANA_JOBS: "off",
  });
  try {
    const { baseUrl } = await readAnnouncement(quiet, { isNew: false });
    await signIn(context, organisation);
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseUrl });
    await page.goto(`${baseUrl}/${organisation.slug}/outbox/${id}`);
    await expect(page.getByRole("note")).toContainText("guide d’exploitation");
    await expect(page.locator("body")).not.toContainText("SMTP_URL");
    await page.goto(`${baseUrl}/${organisation.slug}`);
    await expect(page.getByText(/aucun serveur de messagerie n’est réglé, rien n’est parti/)).toBeVisible();
    await page.getByRole("link", { name: "Voir les courriels" }).click();
    await page.goto(`${baseUrl}/${organisation.slug}/outbox/${id}`);
    await expect(page.getByRole("main")).not.toContainText("token=");
    await page.getByRole("button", { name: "Montrer le lien" }).click();
    await expect(page.getByLabel("Lien du courriel")).toHaveValue(LINK);
    await page.getByRole("button", { name: "Copier le lien" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Copié." })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(LINK);
    await page.goto(`${baseUrl}/${organisation.slug}/journal`);
    await expect(page.getByRole("row").filter({ hasText: "Lien d’un courriel montré" })).toHaveCount(1);
  } finally {
    await stop(quiet);
  }
});
