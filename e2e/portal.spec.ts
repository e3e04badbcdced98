import { makeContact } from "@/prisma/factories/contact";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";
import { readServer } from "./server";

test("a contact is invited by letter, asks for a link, enters by it once, and is out when the access ends @happy-contact @refusal-contact", async ({
  page,
  context,
  organisation,
  visitor,
  mailTo,
}) => {
  const { id } = await makeController(organisation, { legalName: "Voltiris" });
  const address = `claire-${id.slice(-8)}@voltiris.example`;
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/controllers/${id}`);
  await page.getByRole("link", { name: "Inviter un contact" }).click();
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(page.getByLabel("Nom", { exact: true })).toHaveAccessibleDescription(
    /Ce champ est obligatoire/,
  );
  await page.getByLabel("Nom", { exact: true }).fill("Claire Vasseur");
  await page.getByLabel("Adresse").fill(address);
  await page.getByRole("radio", { name: /Signature/ }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(
    page.getByText(`L’invitation à ${address} est écrite ; la fiche dit où en est son courriel.`),
  ).toBeVisible();

  const invitation = await mailTo(address, /portail de Voltiris/);
  const contact = await visitor({ viewport: { width: 375, height: 740 } });
  const theirs = await contact.newPage();
  await theirs.goto(invitation.links[0]!);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Entrer dans le portail");
  await expectAccessible(theirs);
  await theirs.getByLabel("Votre adresse").fill(address);
  await theirs.getByRole("button", { name: "Recevoir le lien" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Consultez votre messagerie");

  const letter = await mailTo(address, /lien pour entrer/);
  const [link] = letter.links;
  // A forwarded or scanned link opens nothing and is not used up.
  const stranger = await (await visitor()).newPage();
  await stranger.goto(link!);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Tapez le code du courriel");
  await expect(stranger.getByRole("button", { name: "Entrer" })).toHaveCount(0);

  await theirs.goto(link!);
  await theirs.getByRole("button", { name: "Entrer" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toContainText("Vos traitements chez");
  await expect(theirs).toHaveURL(/\/portal\/[0-9a-f-]{36}$/);
  await expectAccessible(theirs);
  const entered = theirs.url();
  await theirs.goto(link!);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Tapez le code du courriel");

  await page.goto(`/${organisation.slug}/members`);
  await page.getByRole("link", { name: "Accès au portail" }).click();
  await expect(page.getByRole("row", { name: /Claire Vasseur.*Voltiris.*Accès ouvert/ })).toBeVisible();
  await page.getByRole("link", { name: "Claire Vasseur" }).click();

  expect((await contact.request.get(`/${organisation.slug}/records`)).status()).toBe(404);
  await page.getByLabel("Motif").fill("A quitté la société");
  await page.getByRole("button", { name: "Clore l’accès" }).click();
  await expect(page.getByText("Accès clos")).toBeVisible();
  expect((await contact.request.get(entered)).status()).toBe(404);
});

test("who may enter the portal is settled as its controller is archived, and whoever is left there looks", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const { id } = await makeController(organisation, { legalName: "Voltiris" });
  const contact = await makeContact(organisation, { controllerId: id });
  const theirs = await visitor({ viewport: { width: 320, height: 740 } });
  await theirs.addCookies([{ name: SESSION_COOKIE, value: contact.token, url: readServer().baseUrl }]);
  const screen = await theirs.newPage();
  const instructions = `/portal/${contact.actor.contactId}/instructions`;
  const give = screen.getByRole("link", { name: "Nouvelle instruction" });
  await screen.goto(instructions);
  await expect(give).toBeVisible();

  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/controllers/${id}/archive`);
  await expect(page.getByText(contact.email)).toBeVisible();
  await page.getByLabel("Motif").fill("Contrat terminé");
  const archive = page.getByRole("button", { name: "Archiver le responsable" });
  await archive.click();
  await expect(refusalIn(page)).toContainText("Indiquez ce que deviennent ses accès au portail");
  await expectAccessible(page);
  await page.getByRole("radio", { name: /^Leur laisser le portail/ }).check();
  await archive.click();
  await expect(page.getByRole("main")).toContainText("Motif : Contrat terminé");

  await screen.goto(instructions);
  await expect(screen.getByText(/vous a archivé le/)).toBeVisible();
  await expect(give).toHaveCount(0);
  await expectAccessible(screen);
});
