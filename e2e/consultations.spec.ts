import type { Page } from "@playwright/test";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { addPeople, answer, makeOpenConsultation, tokensOf } from "@/prisma/factories/consultation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { withOrg } from "@/lib/platform/database/transaction";
import { moveConsultation } from "@/lib/features/consultation/write/mutations";
import { expectAccessible, expectEnhancedContrast } from "./accessibility";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";

const NUMBER = "06 12 34 56 78";

test("people are asked by the DPO, answer without scripts, change their mind, and a link is revoked @happy-consultation @refusal-consultation", async ({
  page,
  context,
  organisation,
  visitor,
  mailTo,
}) => {
  test.setTimeout(180_000);
  const controller = await makeController(organisation, { legalName: "Filature du Gapeau" });
  const received = await makeInstruction(organisation, {
    controllerId: controller.id,
    kind: "consultation",
  });
  await step(organisation, await step(organisation, received, "check"), "accept");
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/consultations/new`);
  await page.getByLabel("Responsable du traitement").selectOption("Filature du Gapeau");
  await page.getByLabel("Nom de la consultation").fill("Fibre, clients de 2026");
  await page.getByRole("button", { name: "Enregistrer la consultation" }).click();
  await fillQuestions(page);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fibre, clients de 2026");
  await expect(page.getByText("Demander un accord pour prospecter").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Modifier l’état" }).click();
  await page.getByRole("radio", { name: "Ouvrir" }).check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Un avertissement subsiste").first()).toBeVisible();
  await page.getByLabel("Motif").fill("Demande écrite du responsable");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Aucune personne n’est encore ajoutée")).toBeVisible();

  const email = `cliente-${organisation.scope.org.slice(-8)}@lecteur.example`;
  await send(page, ["numéro;e-mail;langue", `${NUMBER};${email};fr`, "06 12 34 56 79;;fr", "06 12;;fr"]);
  await expect(page.getByText("Ajoutées : 2")).toBeVisible();
  await expect(page.getByText("Fautives : 1")).toBeVisible();
  await send(page, ["numéro;e-mail;langue"]);
  await expect(page.getByText("Lignes : 0")).toBeVisible();
  await page.getByRole("button", { name: "Envoyer les liens par courriel" }).click();
  await expect(page.getByText(/Ordonné le/)).toBeVisible();

  const letter = await mailTo(email, /vos choix/);
  const { origin, pathname } = new URL(letter.links.find((found) => found.includes("/answer/"))!);
  const link = origin + pathname;
  const person = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  const reader = await person.newPage();
  await reader.goto(link);
  await expect(reader.getByText("vous le demande pour Filature du Gapeau")).toBeVisible();
  const calls = reader.getByRole("group", { name: /appelé au sujet de la fibre/ });
  const dakar = reader.getByRole("group", { name: /Sénégal/ });
  for (const option of await reader.getByRole("radio").all()) await expect(option).not.toBeChecked();
  const boxes = await Promise.all(
    ["J’accepte", "Je refuse"].map((name) => calls.locator("label", { hasText: name }).boundingBox()),
  );
  expect([boxes[0]!.width, boxes[0]!.height]).toEqual([boxes[1]!.width, boxes[1]!.height]);
  const isWider = await reader.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWider).toBe(false);
  await reader.getByRole("button", { name: "Enregistrer mes réponses" }).click();
  await expect(reader.getByRole("alert")).toContainText("rien n’a été enregistré");
  await calls.getByRole("radio", { name: "J’accepte" }).check();
  await dakar.getByRole("radio", { name: "Je refuse" }).check();
  await reader.getByRole("button", { name: "Enregistrer mes réponses" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Vos réponses sont enregistrées");
  await expect(reader.getByText(/CP-001/).first()).toBeVisible();
  await reader.getByRole("button", { name: "العربية" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("سُجلت أجوبتكم");
  await reader.getByRole("button", { name: "Français" }).click();

  await page.reload();
  await expect(page.getByText("Question 1 · Accepté : 1 · Refusé : 0")).toBeVisible();
  await expect(page.getByText("Question 2 · Accepté : 0 · Refusé : 1")).toBeVisible();
  const sheet = page.url();
  await expectLookup(page, organisation.slug, "accord en cours");

  await reader.getByRole("link", { name: "Changer d’avis" }).click();
  await expect(reader.getByText("Votre dernière réponse : accepté")).toBeVisible();
  await reader
    .getByRole("group", { name: /appelé au sujet de la fibre/ })
    .getByRole("radio", { name: "Je refuse" })
    .check();
  await reader.getByRole("button", { name: "Enregistrer mes réponses" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Vos réponses sont enregistrées");
  await expectLookup(page, organisation.slug, "accord retiré");
  await expect(page.getByRole("row", { name: /Accepté|Retiré/ })).toHaveCount(2);

  await page.goto(sheet);
  await page
    .getByRole("listitem")
    .filter({ hasText: "a répondu le" })
    .getByRole("link", { name: "Révoquer un lien" })
    .click();
  await page.getByLabel("Motif").fill("Adresse d’une autre personne");
  await page.getByRole("button", { name: "Révoquer un lien" }).click();
  await expect(page.getByText(/lien révoqué le/)).toBeVisible();
  const refused = await person.request.get(link);
  expect(refused.status()).toBe(410);
  expect(await refused.text()).toContain("Ce lien ne sert plus");
  expect(await refused.text()).toContain("Filature du Gapeau");
  expect(await refused.text()).toContain("Voir le reçu de mes réponses");
  await reader.goto(`${link}/receipt`);
  await expect(reader.getByText("J’ai retiré mon accord")).toBeVisible();
});

test("an agreement is withdrawn through its link after the consultation is closed, and the receipt opens @happy-consultation", async ({
  organisation,
  visitor,
}) => {
  const controller = await makeController(organisation, {
    legalName: "Tuilerie du Verdon",
    address: "4 quai des Tuiliers, 04120 Castellane",
  });
  const open = await makeOpenConsultation(organisation, { controllerId: controller.id });
  await addPeople(organisation, open.id, [`${NUMBER};;fr`]);
  const [token] = await tokensOf(organisation, open.id);
  valueOf(await answer(token!, { q1: "allow", q2: "refuse" }, new Date()));
  const close = { event: "close", on: dayFromNow(0), reason: "" } as const;
  valueOf(await moveConsultation(organisation, { id: open.id, version: open.version, ...close }));

  const person = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  const reader = await person.newPage();
  await reader.goto(`/answer/${token}`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Retirer votre accord");
  await expect(reader.getByText("4 quai des Tuiliers, 04120 Castellane")).toBeVisible();
  await expect(reader.getByRole("checkbox")).toHaveCount(1);
  await reader.getByRole("button", { name: "Retirer mon accord" }).click();
  await expect(reader.getByRole("alert")).toContainText("rien n’a été enregistré");
  await reader.getByRole("checkbox", { name: "Je retire mon accord" }).check();
  await reader.getByRole("button", { name: "Retirer mon accord" }).click();
  await expect(reader.getByText("J’ai retiré mon accord")).toBeVisible();
  for (const [language, title] of [
    ["fr", "Cette consultation est terminée"],
    ["en", "This consultation has ended"],
    ["ar", "انتهت هذه الاستشارة"],
  ] as const) {
    await person.addCookies([{ name: "locale", value: language, url: new URL(reader.url()).origin }]);
    const ended = await person.request.get(`/answer/${token}`);
    expect(ended.status()).toBe(410);
    const text = await ended.text();
    for (const shown of [title, "Tuilerie du Verdon", "4 quai des Tuiliers", "41 boulevard Zerktouni"])
      expect(text).toContain(shown);
  }
});

test("a link that is forged, over or to come is refused in plain words, and read with a contrast of 7 to 1 @multiplies", async ({
  page,
  organisation,
}) => {
  const controllerId = (await makeController(organisation)).id;
  const open = await makeOpenConsultation(organisation, { controllerId });
  await addPeople(organisation, open.id, [`${NUMBER};;fr`]);
  const [token] = await tokensOf(organisation, open.id);
  const early = await makeOpenConsultation(organisation, { controllerId, firstDay: dayFromNow(5) });
  await addPeople(organisation, early.id, [`${NUMBER};;fr`]);
  const [later] = await tokensOf(organisation, early.id);

  await page.goto(`/answer/${token}`);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of [`/answer/${token}`, `/answer/${token}/receipt`, "/answer/forged"]) {
      await page.goto(path, { waitUntil: "load" });
      await expectEnhancedContrast(page, `${path} ${colorScheme}`);
    }
  }
  const answers = async () => withOrg(organisation.scope, (tx) => tx.choice.count());
  expect(await answers()).toBe(0);

  const statusOf = async (path: string) => (await page.request.get(path)).status();
  expect(await statusOf(`/answer/${token!.slice(0, -1)}_`)).toBe(404);
  expect(await statusOf(`/answer/${later}`)).toBe(404);
  expect(await statusOf(`/answer/${token}/ended`)).toBe(200);
  const close = { event: "close", on: dayFromNow(0), reason: "" } as const;
  await moveConsultation(organisation, { id: open.id, version: open.version, ...close });
  expect(await statusOf(`/answer/${token}`)).toBe(410);
  expect(await statusOf(`/answer/${token}/receipt`)).toBe(410);
});

/** A call and a transfer, in three languages, on the instruction that is there. */
async function fillQuestions(page: Page) {
  await page.getByLabel("Instruction exécutée").selectOption({ index: 1 });
  await page.getByLabel("Premier jour").fill(dayFromNow(-1));
  await page.getByLabel("Dernier jour").fill(dayFromNow(30));
  await page.getByLabel("Durée d’un accord, en mois").fill("12");
  const asked = [
    ["telephone", "Abonnement à la fibre", "", "Acceptez-vous d’être appelé au sujet de la fibre ?"],
    ["transfer", "", "SN", "Acceptez-vous que vos données soient traitées au Sénégal ?"],
  ] as const;
  for (const [index, [act, purpose, country, words]] of asked.entries()) {
    await page.getByRole("button", { name: "Ajouter une question" }).click();
    const row = page.getByRole("group", { name: `Question ${index + 1}`, exact: true });
    await row.getByLabel("Pour quoi").selectOption(act);
    await row.getByLabel("Finalité").fill(purpose);
    await row.getByLabel("Pays du transfert").selectOption(country);
    await row.getByLabel("Texte en français").fill(words);
    await row.getByLabel("Texte en anglais").fill("May we?");
    await row.getByLabel("Texte en arabe").fill("هل تقبلون؟");
  }
}

async function send(page: Page, lines: readonly string[]) {
  const buffer = Buffer.from(lines.join("\n"));
  await page.getByLabel("Fichier CSV").setInputFiles({ name: "gens.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Ajouter les personnes" }).click();
}

/** Looks the person up by number, as the floor does. */
async function expectLookup(page: Page, slug: string, status: string) {
  await page.goto(`/${slug}/telephone/choices`);
  await page.getByLabel("Numéro ou adresse électronique").fill(NUMBER);
  await page.getByLabel("Pays du numéro").selectOption("France");
  await page.getByRole("button", { name: "Chercher ses choix" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Abonnement à la fibre" })).toContainText(status);
}
