import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeInstruction } from "@/prisma/factories/instruction";
import { PASSWORD } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { tabTo } from "./keyboard";
import { readServer } from "./server";

test("a member signs in, does the first act of the morning and sees its line go, by the keyboard alone", async ({
  page,
  organisation,
}) => {
  test.setTimeout(120_000);
  const { id: controllerId } = await makeController(organisation, { legalName: "Orvelle SAS" });
  await makeInstruction(organisation, { controllerId, code: "ORV" });
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("Adresse électronique"));
  await page.keyboard.type(organisation.email);
  await tabTo(page, page.getByLabel("Mot de passe"));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${organisation.slug}`);

  const line = page.getByRole("main").getByRole("link", { name: "Vérifier l’instruction" });
  await tabTo(page, line);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ORV-2026-001");
  const act = page.getByRole("main").getByRole("link", { name: "Vérifier", exact: true });
  await tabTo(page, act);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Ce qui a été vu"));
  await page.keyboard.type("Pouvoir et contrat vérifiés");
  const confirm = page.getByRole("main").getByRole("button", { name: "Vérifier", exact: true });
  await tabTo(page, confirm);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toContainText("Vérifiée");

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Aller à, ou faire" })).toBeFocused();
  await page.keyboard.type("aujourd");
  await expect(page.getByRole("option", { name: "Aujourd’hui", exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${organisation.slug}`);
  await expect(line).toHaveCount(0);
});

test("an entry is begun from the palette and written by the keyboard alone @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  test.setTimeout(120_000);
  await makeController(organisation, { legalName: "Bibliothèque Oriane" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}`);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Aller à, ou faire" })).toBeFocused();
  await page.keyboard.type("nouvelle fiche");
  await expect(page.getByRole("option", { name: "Nouvelle fiche", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/records\/new/);
  await tabTo(page, page.getByLabel("Responsable du traitement"));
  await page.keyboard.type("Biblio");
  await tabTo(page, page.getByLabel("Catégorie de traitements"));
  await page.keyboard.type("Rappels de retards");
  await tabTo(page, page.getByRole("button", { name: "Créer la fiche" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rappels de retards, Bibliothèque Oriane");
});

test("a contact authorises a sub-processor by the keyboard alone @multiplies", async ({
  organisation,
  visitor,
}) => {
  test.setTimeout(120_000);
  const request = await makeRequest(organisation);
  const contact = await makeContact(organisation, { controllerId: request.controllerId });
  const theirs = await visitor();
  await theirs.addCookies([{ name: SESSION_COOKIE, value: contact.token, url: readServer().baseUrl }]);
  const screen = await theirs.newPage();
  await screen.goto(`/portal/${contact.actor.contactId}/requests/${request.id}`);
  const allow = screen.getByRole("radio", { name: /^J’autorise Pour/ });
  await tabTo(screen, screen.getByRole("radio").first());
  await screen.keyboard.press("Space");
  await expect(allow).toBeChecked();
  await tabTo(screen, screen.getByLabel("Pouvoir d’engager la société"));
  await screen.keyboard.type("Mandat social");
  await tabTo(screen, screen.getByRole("button", { name: "Relire avant de signer" }));
  await screen.keyboard.press("Enter");
  await expect(screen.getByRole("heading", { name: "Ce que vous allez signer" })).toBeVisible();
  await tabTo(screen, screen.getByRole("button", { name: "Signer et envoyer" }));
  await screen.keyboard.press("Enter");
  await expect(screen.getByRole("heading", { level: 1 })).toContainText("Vous avez autorisé");
});
