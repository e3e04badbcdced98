import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { makeChoice } from "@/prisma/factories/choice";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { nextCallDay } from "./days";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

/** Fills the form of a refusal of calls, without sending it. */
async function fillRefusal(page: Page, org: string, number: string) {
  await page.goto(`/${org}/telephone/choices/new`);
  await page.getByLabel("Responsable du traitement").selectOption("Filature du Gapeau");
  await page.getByLabel("Numéro ou adresse de la personne").fill(number);
  await page.getByLabel("Pour quoi").selectOption("telephone");
  await page.getByLabel("Comment", { exact: true }).selectOption("call");
  await page.getByLabel("Choix", { exact: true }).selectOption("refused");
  await page.getByLabel("Jour, à Casablanca").fill("2026-01-05");
  await page.getByLabel("Heure, à Casablanca").fill("10:30");
}

test("a refusal is recorded once, and found by the number however it is written @happy-choice @refusal-choice", async ({
  page,
  context,
  organisation,
}) => {
  await makeController(organisation, { legalName: "Filature du Gapeau" });
  await signIn(context, organisation);
  await fillRefusal(page, organisation.slug, "06 12 34");
  await page.getByRole("button", { name: "Enregistrer le choix" }).click();
  await expect(refusalIn(page)).toContainText("Ni un numéro qui existe");
  await page.getByLabel("Numéro ou adresse de la personne").fill("06 12 34 56 78");
  await page.getByRole("button", { name: "Enregistrer le choix" }).click();

  await expect(page.getByRole("heading", { name: "Choix de cette personne" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Filature du Gapeau" })).toContainText(
    "la personne s’oppose aux appels",
  );
  await expectAccessible(page);

  await page.goto(`/${organisation.slug}/telephone/choices`);
  await page.getByLabel("Numéro ou adresse électronique").fill("+33 6 12 34 56 78");
  await page.getByRole("button", { name: "Chercher ses choix" }).click();
  await expect(page.getByRole("heading", { name: "Choix de cette personne" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Opposition/ })).toHaveCount(1);
  expect(decodeURIComponent(page.url())).not.toContain("612345678");

  await page.getByLabel("Numéro ou adresse électronique").fill("06 98 76 54 32");
  await page.getByRole("button", { name: "Chercher ses choix" }).click();
  await expect(page.getByText("existe dans plusieurs pays")).toBeVisible();
  await page.getByRole("link", { name: /^Maroc \+212/ }).click();
  await expect(page.getByText("Pays du numéro lu")).toBeVisible();
  await expect(page.getByText("Aucun choix connu sous ce numéro ou cette adresse")).toBeVisible();

  await page.goto(`/${organisation.slug}/telephone/choices/new`);
  await page.getByLabel("Responsable du traitement").selectOption("Filature du Gapeau");
  await page.getByLabel("Numéro ou adresse de la personne").fill("Odile@personne.example");
  await page.getByLabel("Pour quoi").selectOption("telephone");
  await page.getByLabel("Comment", { exact: true }).selectOption("call");
  await page.getByLabel("Choix", { exact: true }).selectOption("refused");
  await page.getByLabel("Jour, à Casablanca").fill("2026-01-05");
  await page.getByLabel("Heure, à Casablanca").fill("10:30");
  await page.getByRole("button", { name: "Enregistrer le choix" }).click();
  await expect(refusalIn(page)).toContainText("Pour des appels, il faut le numéro");
  await page.getByLabel("Pour quoi").selectOption("mail");
  await page.getByRole("button", { name: "Enregistrer le choix" }).click();
  await page.getByLabel("Numéro ou adresse électronique").fill("odile@PERSONNE.example");
  await page.getByRole("button", { name: "Chercher ses choix" }).click();
  await expect(page.getByRole("row", { name: /Refusé/ })).toHaveCount(1);
  expect(decodeURIComponent(page.url())).not.toContain("odile");
});

test("a list is checked: the file comes back with its answers, and its counts are shown", async ({
  page,
  context,
  organisation,
}) => {
  const controller = await makeController(organisation, { legalName: "Filature du Gapeau" });
  await makeChoice(organisation, { controllerId: controller.id, number: "0612345678" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/choices`);
  await page.getByRole("link", { name: "Contrôler une liste" }).click();
  await page.getByLabel("Responsable du traitement").selectOption("Filature du Gapeau");
  const send = async (text: string) => {
    await page.getByLabel("Jour, à Paris").fill(nextCallDay());
    const file = { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
    await page.getByLabel("Liste en CSV").setInputFiles(file);
    await page.getByRole("button", { name: "Contrôler la liste" }).click();
  };
  await send("nom;ville\nA;Lille\n");
  await expect(page.getByText("Aucune colonne de numéros trouvée")).toBeVisible();
  await expect(page.getByLabel("Responsable du traitement")).toHaveValue(controller.id);
  await send("numéro;pays\n+33612345678;Maroc\n");
  await expect(page.getByLabel("Colonne «\u00a0Pays\u00a0»")).toHaveAccessibleDescription(
    /ne sont pas du pays de leur ligne/,
  );

  const taken = page.waitForEvent("download");
  await send("numéro\n06 12 34 56 78\n0698765432\nzéro six\n");
  const lines = (await readFile(await (await taken).path(), "utf8")).trimEnd().split("\r\n");
  expect(lines.slice(1)).toEqual([
    "06 12 34 56 78;refusé;la personne s’oppose aux appels, art.\u00a021(2)",
    "0698765432;inconnu;aucun choix connu",
    "zéro six;inconnu;aucun numéro, ni adresse qui serve ici",
  ]);
  await expect(page.getByRole("status").filter({ hasText: "Refusées" })).toContainText("Refusées\u00a0: 1");
  await expect(page.getByText("Lignes illisibles\u00a0: 1")).toBeVisible();
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a list is checked all the same @multiplies", async ({ page, context, organisation }) => {
    const controller = await makeController(organisation, { legalName: "Filature du Gapeau" });
    await makeChoice(organisation, { controllerId: controller.id, number: "0612345678" });
    await signIn(context, organisation);
    await page.goto(`/${organisation.slug}/telephone/choices/check`);
    await page.getByLabel("Responsable du traitement").selectOption("Filature du Gapeau");
    await page.getByLabel("Jour, à Paris").fill(nextCallDay());
    const file = { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from("0612345678\n") };
    await page.getByLabel("Liste en CSV").setInputFiles(file);
    const taken = page.waitForEvent("download");
    await page.getByRole("button", { name: "Contrôler la liste" }).click();
    expect(await readFile(await (await taken).path(), "utf8")).toContain("0612345678;refusé");
    await page.reload();
    await expect(page.getByText("Refusées\u00a0: 1")).toBeVisible();
  });
});

test("a parent authorises what a child agreed to, verified in proportion to the risk", async ({
  page,
  context,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  const agreed = { act: "mail", outcome: "allowed", source: "form", number: "06 44 55 66 77" };
  const { person } = await makeChoice(organisation, { controllerId, ...agreed });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/choices?person=${person}`);
  await page.getByRole("link", { name: "Enregistrer une autorisation parentale" }).click();
  await page.getByLabel("Qui a autorisé").fill("Une mère");
  await page.getByLabel("À quel titre").selectOption("parent");
  await page.getByLabel("Date de naissance de l’enfant").fill("2015-05-10");
  await page.getByLabel("Pays de l’enfant").selectOption("FR");
  await page.getByLabel("Risque pour l’enfant").selectOption("high");
  await page.getByLabel("Comment cela a été vérifié").selectOption("declaration-email");
  await page.getByLabel("Autorisé le").fill("2026-01-05");
  await page.getByLabel("Preuve").fill("COURRIEL-2026-17");
  await page.getByRole("button", { name: "Enregistrer l’autorisation" }).click();
  await expect(refusalIn(page)).toContainText("trop faible pour un risque élevé");
  await expect(page.getByLabel("Qui a autorisé")).toHaveValue("Une mère");
  await expectAccessible(page);
  await page.getByLabel("Comment cela a été vérifié").selectOption("call-back");
  await page.getByRole("button", { name: "Enregistrer l’autorisation" }).click();

  const authorisation = page.getByRole("listitem").filter({ hasText: "Une mère" });
  await expect(authorisation).toContainText("Autorisation inscrite, en vigueur");
  await expect(authorisation).toContainText("Avec l’accord de l’enfant lui-même");
  await expect(authorisation).toContainText("L’enfant décide seul à partir du");
  await expectAccessible(page);
});

test("a parent authorises by a link without scripts, sees the receipt and withdraws; the answers change at once @happy-choice", async ({
  page,
  context,
  organisation,
  visitor,
  mailTo,
}) => {
  test.setTimeout(120_000);
  const { id: controllerId } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  const email = `mere-${organisation.scope.org.slice(-8)}@lecteur.example`;
  const agreed = { act: "mail", outcome: "allowed", source: "form", number: "06 44 55 66 77" };
  const { person } = await makeChoice(organisation, { controllerId, ...agreed });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/choices?person=${person}&territory=FR`);
  const verdict = page.getByRole("listitem").filter({ hasText: "Courriel ou SMS" }).first();
  await expect(verdict).toContainText("accord en cours");
  await page.getByRole("link", { name: "Demander l’autorisation à un parent" }).click();
  await expect(page.getByText("ne nomme aucune finalité")).toBeVisible();
  await page.getByLabel("À qui le demander").fill("Une mère");
  await page.getByLabel("À quel titre").selectOption("parent");
  await page.getByLabel("Langue du courriel").selectOption("ar");
  await page.getByLabel("Date de naissance de l’enfant").fill("2016-05-10");
  await page.getByLabel("Pays de l’enfant").selectOption("FR");
  await page.getByLabel("Risque pour l’enfant").selectOption("low");
  await page.getByRole("button", { name: "Envoyer le lien" }).click();
  await expect(refusalIn(page)).toContainText("Adresse électronique du parent");
  await expectAccessible(page);
  await page.getByLabel("Adresse électronique du parent").fill(email);
  await page.getByRole("button", { name: "Envoyer le lien" }).click();
  await expect(verdict).toContainText("en attente d’autorisation");
  await expect(page.getByText("Pays du numéro lu")).toBeVisible();

  const letter = await mailTo(email);
  const link = letter.links.find((found) => found.includes("/parents/"))!;
  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: "Une mère" })).toContainText("Courriel envoyé");
  const parent = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  const reader = await parent.newPage();
  await reader.goto(link);
  await expect(reader.locator("html")).toHaveAttribute("lang", "ar");
  await reader.getByRole("button", { name: "Français" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(/Autorisez-vous/);
  await expect(reader.getByText("né en 2016")).toBeVisible();
  const isWider = await reader.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWider).toBe(false);
  await reader.getByRole("radio", { name: "J’autorise" }).check();
  await reader.getByRole("button", { name: "Enregistrer ma réponse" }).click();
  await expect(reader.getByRole("alert")).toContainText("cochez votre déclaration");
  await expect(reader.getByRole("radio", { name: "J’autorise" })).toBeChecked();
  await reader.getByRole("checkbox").check();
  await reader.getByRole("button", { name: "Enregistrer ma réponse" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Reçu");
  await expect(reader.getByText("J’autorise")).toBeVisible();
  await page.reload();
  await expect(verdict).toContainText("accord en cours");
  await expect(page.getByRole("listitem").filter({ hasText: "Une mère" })).toContainText(
    "Autorisé par le lien",
  );

  await reader.getByRole("link", { name: "Retirer mon autorisation" }).click();
  await reader.getByRole("button", { name: "Retirer mon autorisation" }).click();
  await expect(reader.getByText("J’ai retiré mon autorisation")).toBeVisible();
  await page.reload();
  await expect(verdict).toContainText("accord retiré");
  await expect(page.getByRole("listitem").filter({ hasText: "Une mère" })).toContainText(
    "Retirée par le parent",
  );
  const { origin, pathname } = new URL(link);
  const forged = await parent.request.get(`${origin}${pathname.slice(0, -1)}_`);
  expect(forged.status()).toBe(404);
});

test("an objection to a part of one day is recorded by that day, and asks for the hour that is missing", async ({
  page,
  context,
  organisation,
}) => {
  await makeController(organisation, { legalName: "Filature du Gapeau" });
  await signIn(context, organisation);
  await fillRefusal(page, organisation.slug, "06 12 34 56 79");
  await page.getByText("Une partie d’un jour", { exact: true }).click();
  await page.getByLabel("Lundi, pas de contact de").fill("18:00");
  await page.getByRole("button", { name: "Enregistrer le choix" }).click();
  const until = page.getByLabel("Lundi, jusqu’à");
  await expect(until).toHaveAttribute("aria-invalid", "true");
  await expect(until).toBeVisible();
  await expect(refusalIn(page)).toContainText("Lundi, jusqu’à");
  await expectAccessible(page);
  await until.fill("00:00");
  await page.getByRole("button", { name: "Enregistrer le choix" }).click();
  await expect(page.getByRole("heading", { name: "Choix de cette personne" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Opposition/ })).toContainText("pas le lundi à partir de 18:00");
});
