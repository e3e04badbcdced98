import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact } from "@/prisma/factories/contact";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { readServer } from "./server";

test("one incident is told to three controllers on a telephone, read and acknowledged in the portal, followed up and closed", async ({
  page,
  context,
  organisation,
  visitor,
  mailTo,
}) => {
  const names = ["Nordalia", "Orvelle", "Brenval"];
  const clients = [];
  for (const [index, legalName] of names.entries()) {
    const { id } = await makeController(organisation, { legalName });
    const contract = await makeContractInForce(organisation, { controllerId: id });
    await fillSection(organisation, contract, "terms", { breachNoticeHours: String(24 * (index + 1)) });
    clients.push({ id, legalName, address: `nuit-${id.slice(-8)}@${legalName.toLowerCase()}.example` });
  }
  const { parts } = await makeBreachFile(organisation, {
    controllerIds: clients.map(({ id }) => id),
    facts: {
      "what-happened": { text: "Une sauvegarde a été copiée par un tiers." },
      cause: { text: "Le compte d’un technicien chez Orvelle a servi." },
    },
  });
  await page.setViewportSize({ width: 375, height: 740 });
  await signIn(context, organisation);

  for (const [index, client] of clients.entries()) {
    await page.goto(`/${organisation.slug}/controllers/${client.id}`);
    await page.getByRole("link", { name: "Ajouter une personne" }).click();
    await page.getByLabel("Nom", { exact: true }).fill(`Astreinte ${client.legalName}`);
    await page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await expect(page.getByLabel("Téléphone")).toHaveAccessibleDescription(/est nécessaire/);
    await page.getByLabel("Adresse électronique").fill(client.address);
    await page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await expect(page.getByRole("main")).toContainText(client.address);

    await page.goto(`/${organisation.slug}/breaches/controllers/${parts[index]!.partId}`);
    await expect(page.getByRole("main")).toContainText(`${24 * (index + 1)} heures selon le contrat`);
    await expect(page.getByRole("main")).toContainText("rien ne le prouve encore");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Préparer la notification" }).click();
    await expect(page.getByLabel("Ce qui s’est passé")).toHaveValue(
      "Une sauvegarde a été copiée par un tiers.",
    );
    await expectAccessible(page);
    if (client.legalName !== "Orvelle") {
      await expect(page.getByLabel("Cause")).toHaveAccessibleDescription(
        /nomme ici un autre client \(Orvelle\)/,
      );
      await page.getByLabel("Cause").fill("Un compte de chez ORVELLE");
      await page.getByRole("button", { name: "Émettre la notification" }).click();
      await expect(page.getByLabel("Cause")).toHaveAccessibleDescription(/nomme un autre client/);
      await page.getByLabel("Cause").fill("Un compte de technicien a servi.");
    }
    await page.getByRole("radio", { name: new RegExp(`Astreinte ${client.legalName}`) }).check();
    await page.getByRole("button", { name: "Émettre la notification" }).click();
    await expect(page.getByRole("link", { name: "Ouvrir le PDF" })).toBeVisible();
    const mail = await mailTo(client.address, /notification d’une violation/);
    for (const other of clients.filter(({ id }) => id !== client.id))
      expect(JSON.stringify(mail)).not.toContain(other.legalName);
  }

  const [first] = clients;
  const contact = await makeContact(organisation, { controllerId: first!.id, role: "reader" });
  const portal = await visitor({ viewport: { width: 375, height: 740 } });
  const { baseUrl: url } = readServer();
  await portal.addCookies([{ name: SESSION_COOKIE, value: contact.token, url }]);
  const theirs = await portal.newPage();
  const letter = await mailTo(first!.address, /notification d’une violation/);
  await theirs.goto(letter.links.find((link) => link.includes("/portal/notices/"))!);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Notification initiale");
  await expect(theirs.getByRole("timer")).toContainText(/7[12]:\d\d/);
  await expect(theirs.getByRole("main")).not.toContainText("Orvelle");
  await expect(theirs.getByRole("main")).not.toContainText("V-2026");
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "Accuser réception" }).click();
  await expect(theirs.getByRole("main")).toContainText("Réception accusée par");

  await page.goto(`/${organisation.slug}/breaches/controllers/${parts[0]!.partId}`);
  await expect(page.getByRole("main")).toContainText("Lue dans le portail");
  await expect(page.getByRole("main")).toContainText("Réception accusée");
  await page.getByRole("button", { name: "Préparer la notification" }).click();
  await page.getByLabel("Mesures prises ou proposées").fill("Accès fermés, mots de passe changés.");
  await page.getByRole("checkbox", { name: /Notification finale/ }).check();
  await page.getByRole("button", { name: "Émettre la notification" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notification finale");
  await mailTo(first!.address, /notification finale/);
  await theirs.goto(theirs.url().replace(/\/notices\/.*/, "/notices"));
  await theirs.getByRole("link", { name: "Notification finale" }).click();
  await expect(theirs.getByRole("main")).toContainText("nouveau");
});
