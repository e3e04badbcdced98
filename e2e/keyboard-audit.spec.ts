import { makeGrant } from "@/prisma/factories/grant";
import { makeController, makeActiveRecord } from "@/prisma/factories/register";
import { dayFromNow } from "./days";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { tabTo } from "./keyboard";
import { readServer } from "./server";

test("an auditor reads a row, takes a part away and asks for the dossier by the keyboard alone @multiplies", async ({
  organisation,
  visitor,
}) => {
  test.setTimeout(120_000);
  const { id: controllerId } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  await makeActiveRecord(organisation, { controllerId, activity: "Relance de factures" });
  const grant = await makeGrant(organisation);
  const theirs = await visitor();
  await theirs.addCookies([{ name: SESSION_COOKIE, value: grant.token, url: readServer().baseUrl }]);
  const screen = await theirs.newPage();
  const home = `/audit/${grant.actor.grantId}`;
  await screen.goto(home);
  await tabTo(screen, screen.getByRole("navigation").getByRole("link", { name: "Registre" }));
  await screen.keyboard.press("Enter");
  await expect(screen).toHaveURL(`${home}/register`);
  await tabTo(screen, screen.getByRole("link", { name: /Relance de factures/ }));
  await screen.keyboard.press("Enter");
  await expect(screen).toHaveURL(`${home}/register/0`);
  await tabTo(screen, screen.getByRole("link", { name: "Retour à la liste" }));
  await screen.keyboard.press("Enter");
  await expect(screen).toHaveURL(`${home}/register`);

  await tabTo(screen, screen.getByRole("button", { name: "CSV" }));
  const taken = screen.waitForEvent("download");
  await screen.keyboard.press("Enter");
  expect((await taken).suggestedFilename()).toMatch(/^audit-.*-registre-.*\.csv$/);

  await screen.goto(home);
  await tabTo(screen, screen.getByRole("button", { name: "Demander le dossier" }));
  await screen.keyboard.press("Enter");
  await expect(screen.getByText("Aucun dossier demandé.")).toHaveCount(0);
});

test("a DPO grants an auditor access, and revokes it, by the keyboard alone @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  test.setTimeout(120_000);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/auditors`);
  await tabTo(page, page.getByRole("link", { name: "Nouvel accès" }).first());
  await page.keyboard.press("Enter");
  const type = async (label: string, text: string) => {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(text);
  };
  await type("Nom de l’auditeur", "Inès Benali");
  await type("Adresse électronique", `ines-${organisation.scope.org.slice(-8)}@cabinet.example`);
  await type("Pour qui il agit", "Voltiris");
  await type("Motifs de l’accès", "Audit annuel");
  await tabTo(page, page.getByRole("radio", { name: /Les responsables cochés/ }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /Tous les responsables/ })).toBeChecked();
  await tabTo(page, page.getByRole("checkbox", { name: "Journal" }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByLabel("Dernier jour"));
  const [year, month, day] = dayFromNow(7).split("-");
  // A native field of a date takes its parts in the order of the browser's language.
  await page.keyboard.type(`${month}${day}${year}`);
  await expect(page.getByLabel("Dernier jour")).toHaveValue(dayFromNow(7));
  await tabTo(page, page.getByRole("button", { name: "Donner l’accès" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inès Benali");

  await type("Motif", "Mission terminée");
  await tabTo(page, page.getByRole("button", { name: "Révoquer" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("révoqué", { exact: true })).toBeVisible();
});
