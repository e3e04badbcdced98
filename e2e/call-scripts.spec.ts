import { makeContact } from "@/prisma/factories/contact";
import { WHOLE_SCRIPT } from "@/prisma/factories/call-script";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";
import { readServer } from "./server";

const STALE = `${WHOLE_SCRIPT} Vous pouvez vous inscrire sur Bloctel.`;

test("a text is checked, stored, corrected, approved in the portal, put into use and read by agents @happy-call-script @refusal-call-script", async ({
  page,
  context,
  organisation,
  visitor,
  mailTo,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  const contact = await makeContact(organisation, { controllerId });
  await signIn(context, organisation);

  await page.goto(`/${organisation.slug}/telephone/script`);
  await page.getByRole("textbox", { name: "Texte dit par l’agent, en français" }).fill(STALE);
  await page.getByLabel("Jour de l’appel").fill("2026-11-28");
  await expect(page.getByRole("listitem").filter({ hasText: "Bloctel" })).toContainText("Périmée");
  await page.getByLabel("Intitulé").fill("Relance des abonnés");
  await page.getByLabel("Responsable du traitement").selectOption("Filature du Gapeau");
  await page.getByRole("button", { name: "Enregistrer le script" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Relance des abonnés" })).toBeVisible();
  await page.getByLabel("Afficher au").fill("2026-08-10");
  await page.getByRole("button", { name: "Afficher", exact: true }).click();
  const bloctel = page.getByRole("listitem").filter({ hasText: "Le droit de s’inscrire sur Bloctel" });
  await expect(bloctel).toContainText("Présente");
  await page.getByRole("link", { name: "Modifier", exact: true }).click();
  await page.getByLabel("Texte dit par l’agent").fill(WHOLE_SCRIPT);
  await page.getByLabel("Les appels sont-ils enregistrés ?").selectOption("yes");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("version 2", { exact: true })).toBeVisible();
  const sheet = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Modifier l’état" }).click();
  await page.getByRole("radio", { name: /^Mise en usage/ }).check();
  await page.getByRole("button", { name: "Enregistrer l’événement" }).click();
  await expect(refusalIn(page)).toContainText("n’a pas approuvé cette version");
  await page.goto(sheet);
  await page.getByRole("button", { name: "Demander l’accord pour la version 2" }).click();
  await expect(page.getByText("Réponse attendue")).toBeVisible();
  const letter = await mailTo(contact.email, /votre accord/);

  const theirs = await visitor({ viewport: { width: 320, height: 740 } });
  await theirs.addCookies([{ name: SESSION_COOKIE, value: contact.token, url: readServer().baseUrl }]);
  const screen = await theirs.newPage();
  const link = letter.links.find((address) => address.includes("/scripts/")) ?? "";
  await screen.goto(new URL(link).pathname);
  await expect(screen.getByText("Il s’agit d’un appel commercial", { exact: false }).first()).toBeVisible();
  await expectAccessible(screen);
  await screen.getByRole("radio", { name: "Je refuse ce texte" }).check();
  await screen.getByLabel("Pouvoir d’engager la société").fill("Mandat social");
  await screen.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(refusalIn(screen)).toContainText("Raisons");
  await screen.getByRole("radio", { name: "J’approuve ce texte" }).check();
  await screen.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(screen.getByText(/^Approuvée le .* par Claire Vasseur, Mandat social/)).toBeVisible();
  await expect(screen.getByRole("radio")).toHaveCount(0);
  await expectAccessible(screen);

  await page.goto(`${sheet}/state`);
  await page.getByRole("radio", { name: /^Mise en usage/ }).check();
  await page.getByRole("button", { name: "Enregistrer l’événement" }).click();
  await expect(page.getByText("Version 2 utilisée")).toBeVisible();

  await page.getByRole("link", { name: "Voir et inscrire les agents" }).click();
  await page.getByRole("radio", { name: /^Travaillent avec ce script/ }).check();
  await page.getByLabel("Agents", { exact: true }).fill("A-014\nA-027\na-014");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Version 2 : lue par personne, 2 agents ne l’ont pas lue")).toBeVisible();
  await page.getByRole("radio", { name: /^Ont lu cette version/ }).check();
  await page.getByLabel("Agents", { exact: true }).fill("A-027");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(refusalIn(page)).toContainText("Comment");
  await page.getByLabel("Comment").selectOption("sheet");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Version 2 : lue par un agent, un agent ne l’a pas lue")).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${sheet}/versions`);
  await expect(page.getByRole("deletion").filter({ hasText: "Bloctel" })).toBeVisible();
  await page.goto(`/${organisation.slug}`);
  await expect(page.getByText("Faire lire la version utilisée", { exact: false })).toBeVisible();
});
