import { makeController } from "@/prisma/factories/register";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 375, height: 720 } });

  test("one button begins a breach from any page, and its clock runs on every page", async ({
    page,
    context,
    organisation,
  }) => {
    const { id } = await makeController(organisation, { legalName: "Orvelle Énergie" });
    const contract = await makeContractInForce(organisation, { controllerId: id });
    await fillSection(organisation, contract, "terms", { breachNoticeHours: "24" });
    await signIn(context, organisation);
    await page.goto(`/${organisation.slug}/controllers`);
    await page.getByRole("link", { name: "Violation ?" }).click();
    await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
    await expect(page.getByLabel("Que s’est-il passé")).toHaveAccessibleDescription(/À remplir/);
    await page.getByLabel("Que s’est-il passé").fill("Export envoyé au mauvais destinataire");
    await page.getByLabel("Jour").fill("2030-01-01");
    await page.getByLabel("Systèmes ou clients touchés").fill("Orvelle Énergie");
    await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
    await expect(page.getByLabel("Jour")).toHaveAccessibleDescription(/pas encore venu/);
    await page.getByLabel("Jour").fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
    await page.getByRole("button", { name: "Ouvrir le dossier" }).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Export envoyé au mauvais destinataire");
    await expect(page.getByRole("heading", { name: "Orvelle Énergie" })).toBeVisible();
    await expectAccessible(page, "the file of a breach on a telephone");
    await page.goto(`/${organisation.slug}/controllers`);
    await expect(page.getByText("Un responsable à informer.")).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(375);
  });

  test("hour zero needs no JavaScript", async ({ visitor, organisation }) => {
    const context = await visitor({ javaScriptEnabled: false, viewport: { width: 375, height: 720 } });
    await signIn(context, organisation);
    const page = await context.newPage();
    await page.goto(`/${organisation.slug}/breaches/new`);
    await page.getByLabel("Que s’est-il passé").fill("Clé USB perdue");
    await page.getByRole("radio", { name: "Instant inconnu" }).check();
    await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Clé USB perdue");
  });
});

test("a controller is confirmed by hand, a fact corrected, the file closed with a reason", async ({
  page,
  context,
  organisation,
}) => {
  await makeController(organisation, { legalName: "Orvelle Énergie" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/breaches`);
  await expect(page.getByRole("heading", { name: "Aucune violation" })).toBeVisible();
  await page.keyboard.press("F8");
  await page.getByLabel("Que s’est-il passé").fill("Base copiée, client Orvelle Énergie");
  await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
  await page.getByRole("link", { name: /Confirmer ou écarter/ }).click();
  await page.getByRole("button", { name: "Inscrire" }).click();
  await expect(page.getByText("confirmé", { exact: true })).toBeVisible();

  await page
    .getByRole("link", { name: /Répondre.*Nombre de personnes$/ })
    .first()
    .click();
  await page.getByLabel("Nombre", { exact: true }).fill("mille");
  await page.getByRole("button", { name: "Inscrire" }).click();
  await expect(page.getByLabel("Nombre", { exact: true })).toHaveAccessibleDescription(/nombre entier/);
  await page.getByLabel("Nombre", { exact: true }).fill("607");
  await page.getByRole("button", { name: "Inscrire" }).click();
  const told = page.getByRole("listitem").filter({ hasText: "607" });
  await told.getByRole("link", { name: /^Corriger le n°/ }).click();
  await page.getByLabel("Nombre", { exact: true }).fill("412");
  await page.getByRole("textbox", { name: "Motif" }).fill("Doublons retirés");
  await page.getByRole("button", { name: "Inscrire la correction" }).click();
  await expect(told.getByRole("link", { name: /^corrigé par le n°/ })).toBeVisible();

  await page.getByRole("link", { name: "Maîtriser ou clore" }).click();
  await expect(page.getByText("Orvelle Énergie : rien ne prouve qu’il est informé")).toBeVisible();
  await page.getByRole("radio", { name: /^Close/ }).check();
  await page.getByRole("button", { name: "Inscrire" }).click();
  await expect(page.getByRole("textbox", { name: "Motif" })).toHaveAccessibleDescription(
    /un point reste ouvert/i,
  );
  await page.getByRole("textbox", { name: "Motif" }).fill("Copie de données fictives");
  await page.getByRole("button", { name: "Inscrire" }).click();
  await expect(page.getByRole("link", { name: "Rouvrir" })).toBeVisible();
  await expectAccessible(page, "a closed breach");
});
