import { addNightContact } from "@/lib/features/night-contact/write/mutations";
import { nightContactAddSchema } from "@/lib/features/night-contact/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { readPdf, withoutSpaces } from "./read-pdf";
import { refusalIn } from "./refusal";
import { readServer } from "./server";

const PHONE = { width: 375, height: 740 };

/** Three clients, each with hours of its own; all but the first with somebody to reach at night. */
async function makeClients(organisation: MadeOrganisation) {
  const clients = [];
  for (const [index, legalName] of ["Nordalia", "Orvelle", "Brenval"].entries()) {
    const { id } = await makeController(organisation, { legalName });
    const contract = await makeContractInForce(organisation, { controllerId: id });
    const hours = 24 * (index + 1);
    await fillSection(organisation, contract, "terms", { breachNoticeHours: String(hours) });
    const address = `nuit-${id.slice(-8)}@${legalName.toLowerCase()}.example`;
    const contact = { controllerId: id, name: `Astreinte ${legalName}`, email: address };
    if (index > 0) valueOf(await addNightContact(organisation, nightContactAddSchema.parse(contact)));
    clients.push({ id, legalName, hours, address });
  }
  return clients as [Client, Client, Client];
}
type Client = { id: string; legalName: string; hours: number; address: string };

test("a breach, from hour zero on a telephone to its closing: three clients told by their own clocks @happy-breach @refusal-breach @happy-breach-notice @refusal-breach-notice @happy-night-contact @refusal-night-contact", async ({
  page,
  context,
  organisation,
  visitor,
  mailTo,
}) => {
  // Walks through the whole life of a breach, in two browsers.
  test.slow();
  const clients = await makeClients(organisation);
  const [first, named, last] = clients;
  await page.setViewportSize(PHONE);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/controllers/${first.id}`);
  await page.getByRole("link", { name: "Ajouter une personne" }).click();
  await page.getByLabel("Nom", { exact: true }).fill(`Astreinte ${first.legalName}`);
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByLabel("Téléphone")).toHaveAccessibleDescription(/est nécessaire/);
  await page.getByLabel("Adresse électronique").fill(first.address);
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByRole("main")).toContainText(first.address);

  await page.getByRole("link", { name: "Signaler une violation" }).click();
  await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
  await expect(page.getByLabel("Que s’est-il passé")).toHaveAccessibleDescription(/Ce champ est obligatoire/);
  await expect(refusalIn(page)).toContainText("Depuis quand le savons-nous");
  await page.getByRole("radio", { name: /C’est certain/ }).check();
  await page.getByLabel("Que s’est-il passé").fill("Sauvegarde copiée par un compte d’Orvelle");
  await page.getByLabel("Systèmes ou clients touchés").fill("Nordalia, Orvelle et Brenval");
  const today = await page.getByLabel("Jour").inputValue();
  await page.getByLabel("Jour").fill("2099-01-01");
  await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
  await expect(page.getByLabel("Jour")).toHaveAccessibleDescription(/pas encore venu/);
  await page.getByLabel("Jour").fill(today);
  await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Sauvegarde copiée par un compte d’Orvelle",
  );
  const file = page.url();
  for (const { legalName } of clients) {
    await expect(page.getByRole("heading", { name: legalName, exact: true })).toBeVisible();
    await page
      .getByRole("link", { name: /Confirmer ou écarter/ })
      .first()
      .click();
    await page.getByRole("radio", { name: /^Oui/ }).check();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  }
  await expect(page.getByText("confirmé", { exact: true })).toHaveCount(3);
  await expectAccessible(page, "the file of a breach on a telephone");

  await page
    .getByRole("link", { name: /Répondre.*Mesures prises ou proposées$/ })
    .first()
    .click();
  await page.getByLabel("En quelques mots", { exact: true }).fill("Compte fermé");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.goto(`/${organisation.slug}/controllers`);
  await expect(page.getByText("3 responsables à informer.")).toBeVisible();
  // Keeps what the shell says of other clients' breaches off the paper of one client.
  const printed = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(printed).toContain("Nordalia");
  expect(printed).not.toContain(withoutSpaces("responsables à informer"));
  expect(printed).not.toContain("V-2026");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);

  const parts = await withOrg(organisation.scope, (tx) =>
    tx.breachController.findMany({ select: { id: true, controllerId: true } }),
  );
  const partOf = ({ id }: Client) =>
    `/${organisation.slug}/breaches/controllers/${parts.find(({ controllerId }) => controllerId === id)!.id}`;
  for (const client of clients) {
    await page.goto(partOf(client));
    await expect(page.getByRole("main")).toContainText(`${client.hours} heures selon le contrat`);
    await expect(page.getByRole("main")).toContainText("rien ne le prouve encore");
    await page.getByRole("button", { name: "Préparer la notification" }).click();
    const what = page.getByLabel("Ce qui s’est passé");
    if (client !== named) {
      await expect(what).toHaveAccessibleDescription(/nomme ici un autre client \(Orvelle\)/);
      await what.fill("Un compte de chez ORVELLE a servi");
      await page.getByRole("button", { name: "Émettre la notification" }).click();
      await expect(what).toHaveAccessibleDescription(/nomme un autre client/);
      await what.fill("Une sauvegarde a été copiée.");
    }
    await page.getByRole("radio", { name: new RegExp(`Astreinte ${client.legalName}`) }).check();
    await page.getByRole("button", { name: "Émettre la notification" }).click();
    await expect(page.getByRole("link", { name: "Ouvrir le PDF" })).toBeVisible();
    const mail = await mailTo(client.address, /notification d’une violation/);
    for (const other of clients.filter(({ id }) => id !== client.id))
      expect(JSON.stringify(mail)).not.toContain(other.legalName);
  }

  const contact = await makeContact(organisation, { controllerId: first.id, role: "reader" });
  const portal = await visitor({ viewport: PHONE });
  const { baseUrl: url } = readServer();
  await portal.addCookies([{ name: SESSION_COOKIE, value: contact.token, url }]);
  const theirs = await portal.newPage();
  const letter = await mailTo(first.address, /notification d’une violation/);
  // A night contact has no access of its own: a link would lead it to a door that it cannot open.
  expect(letter.links.filter((link) => link.includes("/portal/"))).toEqual([]);
  const { id: noticeId } = await withOrg(organisation.scope, (tx) =>
    tx.breachNotice.findFirstOrThrow({ where: { controllerId: first.id }, select: { id: true } }),
  );
  await theirs.goto(`/portal/notices/${noticeId}`);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Notification initiale");
  const clock = theirs.getByRole("timer");
  await expect(clock).toContainText(/^71:59:/);
  const before = await clock.textContent();
  await expect(clock).not.toHaveText(before!);
  await expect(theirs.getByRole("main")).not.toContainText("Orvelle");
  await expect(theirs.getByRole("main")).not.toContainText("V-2026");
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "Accuser réception" }).click();
  await expect(theirs.getByRole("main")).toContainText("Réception accusée par");
  await expect(theirs.getByRole("main")).toContainText("ouverture dans ce portail par");
  // The paper has the notice, without the bar of the portal and what is only pressed.
  const paper = await readPdf(await theirs.pdf({ preferCSSPageSize: true }));
  expect(paper).toContain(withoutSpaces("Réception accusée par"));
  for (const act of ["Sous-traitants", "Télécharger le dossier", "Envoyer le message"])
    expect(paper).not.toContain(withoutSpaces(act));

  await page.goto(partOf(first));
  await expect(page.getByRole("main")).toContainText("Lue dans le portail");
  await expect(page.getByRole("main")).toContainText("Réception accusée");
  await expect(page.getByRole("main")).toContainText("adressée à Astreinte Nordalia");
  await page.getByRole("button", { name: "Préparer une notification de plus" }).click();
  await expect(page.getByRole("heading", { name: "Déjà émises pour ce responsable" })).toBeVisible();
  await page.getByLabel("Mesures prises ou proposées").fill("Compte fermé, mots de passe changés");
  await page.getByRole("checkbox", { name: /Notification finale/ }).check();
  // The client's own officer is chosen first.
  await expect(page.locator('input[name="recipient"][value="dpo"]')).toBeChecked();
  await page.getByRole("radio", { name: new RegExp(`Astreinte ${first.legalName}`) }).check();
  await page.getByRole("button", { name: "Émettre la notification" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notification finale");
  await mailTo(first.address, /notification finale/);
  await theirs.goto(theirs.url().replace(/\/notices\/.*/, "/notices"));
  await theirs.getByRole("link", { name: "Notification finale" }).click();
  await expect(theirs.getByRole("main")).toContainText("modifié");

  await page.goto(file);
  const issued = page.getByRole("listitem").filter({ hasText: "Notification finale" });
  await expect(issued.filter({ hasText: "adressée à Astreinte Nordalia" }).first()).toBeVisible();
  await expect(issued.filter({ hasText: "Remise à notre relais" }).first()).toBeVisible();
  const sheet = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(sheet).toContain(withoutSpaces("Prise de connaissance"));
  for (const act of ["Répondre", "Modifier", "Corriger le n°"])
    expect(sheet).not.toContain(withoutSpaces(act));
  await page.getByRole("link", { name: "Modifier l’état" }).click();
  const duties = page.getByRole("main").locator("li").filter({ hasText: " · " });
  await expect(duties.filter({ hasText: /Informer le responsable.*Brenval/ })).toBeVisible();
  await expect(duties.filter({ hasText: /Informer le responsable.*Nordalia/ })).toHaveCount(0);
  await expect(page.getByText("Compléter le registre interne : faits, effets, mesures")).toBeVisible();
  await page.getByRole("radio", { name: /^Close/ }).check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  for (const { legalName } of [named, last]) {
    const why = page.getByRole("textbox", { name: `Pourquoi ${legalName} n’est pas informé` });
    await expect(why).toHaveAccessibleDescription(/un motif qui lui soit propre/);
    await why.fill(`${legalName} est informé par son groupe`);
  }
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Motif", exact: true })).toHaveAccessibleDescription(
    /rest(e|ent) ouverts?/,
  );
  await page.getByRole("textbox", { name: "Motif", exact: true }).fill("Registre repris par l’audit");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByRole("link", { name: "Rouvrir" })).toBeVisible();
  await expect(page.getByText("dossier clos, non informé :")).toHaveCount(2);
  await expectAccessible(page, "a closed breach");
});

test("hour zero needs no JavaScript, and a key begins it", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  const plain = await visitor({ javaScriptEnabled: false, viewport: PHONE });
  await signIn(plain, organisation);
  const without = await plain.newPage();
  await without.goto(`/${organisation.slug}/breaches/new`);
  await without.getByLabel("Que s’est-il passé").fill("Clé USB perdue");
  await without.getByRole("radio", { name: "Instant inconnu" }).check();
  await without.getByRole("button", { name: "Ouvrir le dossier" }).click();
  await expect(without.getByRole("heading", { level: 1 })).toHaveText("Clé USB perdue");

  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/breaches`);
  // The key is heard by an effect, which may run after the page is hydrated.
  await expect(async () => {
    await page.keyboard.press("F8");
    await expect(page).toHaveURL(/\/breaches\/new$/, { timeout: 2_000 });
  }).toPass();
});
