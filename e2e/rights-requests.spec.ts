import { makeContact } from "@/prisma/factories/contact";
import { step } from "@/prisma/factories/instruction";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { withOrg } from "@/lib/platform/database/transaction";
import { expectAccessible } from "./accessibility";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

test("a request goes from the telephone to the controller's signatory and back @happy-rights-request @refusal-rights-request", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  const signatory = await makeContact(organisation, { controllerId });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/rights-requests/new`);
  await page.getByRole("button", { name: "Enregistrer la demande" }).click();
  await expect(refusalIn(page)).toContainText("Droits invoqués");
  await expect(refusalIn(page)).toContainText("Reçue par");
  await page.getByLabel("Reçue par").selectOption("telephone");
  await page.getByLabel("Effacement").check();
  await page.getByLabel("Opposition à la prospection").check();
  await page.getByLabel("Ce qui désigne le responsable").fill("les gens de la filature du Gapeau");
  await page.getByLabel("Numéro ou adresse pour répondre").fill("06 12 34 56 78");
  await page.getByLabel("Texte de la demande").fill("Effacez-moi et ne m’appelez plus.");
  await page.getByRole("button", { name: "Enregistrer la demande" }).click();

  await expect(page.getByText("Responsable inconnu").first()).toBeVisible();
  // The number is of France and of Morocco: it is stopped in both.
  for (const number of ["+33612345678", "+212612345678"])
    await expect(page.getByText(number, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Nommer Filature du Gapeau" }).click();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByRole("link", { name: "Transmettre au responsable" })).toBeVisible();

  await page.getByRole("link", { name: "Transmettre au responsable" }).click();
  await page.getByLabel("Courriel par Amana").check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Transmise au responsable")).toBeVisible();

  const theirs = await visitor();
  await signIn(theirs, signatory);
  const portal = await theirs.newPage();
  await portal.goto(`/portal/${signatory.actor.contactId}/rights-requests`);
  await portal.getByRole("link", { name: /Effacement/ }).click();
  await expect(portal.getByText("Effacez-moi et ne m’appelez plus.")).toBeVisible();
  await portal.getByLabel("Exécuter ; nous répondons à la personne").check();
  await portal.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(refusalIn(portal)).toContainText("Votre pouvoir");
  await portal.getByLabel("Votre pouvoir").fill("annexe 3");
  await portal.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(portal.getByText("instruction reçue", { exact: true })).toBeVisible();
  await expectAccessible(portal);

  await page.reload();
  await expect(page.getByText("ouverte au portail par le responsable")).toBeVisible();
  await page.getByRole("link", { name: "Ajouter des lignes à exécuter" }).click();
  await page.getByLabel(/^Nom/).fill("Enregistreur d’appels");
  await page.getByLabel("Autre ligne").selectOption("system");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByRole("link", { name: "Commencer l’exécution" }).click();
  await page.waitForURL(/\/event/);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(refusalIn(page)).toContainText("n’est pas encore examinée et acceptée");
  await acceptInstructions(organisation);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByRole("link", { name: "Répondre : Enregistreur d’appels" }).click();
  await page.getByLabel("fait", { exact: true }).check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByRole("link", { name: "Confirmer l’exécution au responsable" }).click();
  await page.getByLabel("Autrement, hors d’Amana").check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByRole("link", { name: "attestation", exact: true })).toBeVisible();

  await portal.reload();
  await expect(portal.getByRole("link", { name: "attestation" })).toBeVisible();
  await expect(page.getByText("aucune connue")).toBeVisible();
  await portal.getByLabel("Nous avons répondu à la personne").check();
  // An answer is not before the request.
  const [day, time] = nowInParis();
  await portal.getByLabel("Répondu le").fill(day);
  await portal.getByLabel("À", { exact: true }).fill(time);
  await portal.getByLabel("Par quel moyen").selectOption("post");
  await portal.getByLabel("Ce qui lui a été dit").selectOption("action-taken");
  await portal.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(portal.getByRole("listitem").filter({ hasText: "Réponse à la personne" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("aucune connue")).toHaveCount(0);
  await expect(page.getByText("par le responsable · courrier postal")).toBeVisible();

  await page.goto(`/${organisation.slug}/telephone/choices`);
  await page.getByLabel("Numéro ou adresse électronique").fill("+33 6 12 34 56 78");
  await page.getByRole("button", { name: "Chercher ses choix" }).click();
  // Calls, and messages to the same number.
  await expect(page.getByRole("row", { name: /Opposition/ })).toHaveCount(1);
  await expect(page.getByRole("row", { name: /Refusé/ })).toHaveCount(1);
});

/** Day and minute in Paris, as fields take them. */
function nowInParis(): [day: string, time: string] {
  const format = { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short" } as const;
  const [day = "", time = ""] = new Intl.DateTimeFormat("sv-SE", format).format(new Date()).split(" ");
  return [day, time];
}

/** Examines and accepts what the controllers of an organisation ordered in their portal. */
async function acceptInstructions(organisation: MadeOrganisation) {
  const received = await withOrg(organisation.scope, (tx) =>
    tx.instruction.findMany({ where: { state: "received" }, select: { id: true, version: true } }),
  );
  const on = dayFromNow(0);
  for (const instruction of received)
    await step(organisation, await step(organisation, instruction, "check", { on }), "accept", { on });
}

test("an e-mail fills the form of a request, where nobody typed, and is not kept", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/rights-requests/new`);
  const field = (name: string) => page.locator(`[name=${name}]`);
  const send = (lines: string[]) =>
    page.locator("#email-file").setInputFiles({
      name: "demande.eml",
      mimeType: "message/rfc822",
      buffer: Buffer.from(lines.join("\r\n")),
    });
  await field("clue").fill("Orvelle");
  await send(["Bonjour"]);
  await expect(page.getByText("n’est pas un courriel qui puisse être lu")).toBeVisible();
  const from = "From: Jean Martel <jean.martel@courriel.example>";
  const sent = ["Subject: Effacement", "Date: Mon, 23 Nov 2026 09:11:58 +0100"];
  await send([from, ...sent, "", "Effacez-moi."]);
  await expect(field("words")).toHaveValue("Effacement\n\nEffacez-moi.");
  await expect(field("name")).toHaveValue("Jean Martel");
  await expect(field("contact")).toHaveValue("jean.martel@courriel.example");
  await expect(field("on")).toHaveValue("2026-11-23");
  await expect(field("time")).toHaveValue("08:11");
  await expect(field("channel")).toHaveValue("e-mail");
  await expectAccessible(page);
  await field("words").fill("Effacez-moi de vos listes.");
  await send([from.replace("Martel", "Martelli"), ...sent, "", "Oui."]);
  await expect(field("name")).toHaveValue("Jean Martelli");
  await expect(field("words")).toHaveValue("Effacez-moi de vos listes.");
  await expect(page.getByText(/Gardé comme vous l’aviez écrit.*Texte de la demande/)).toBeVisible();
  await page.getByLabel("Effacement").check();
  await page.getByRole("button", { name: "Enregistrer la demande" }).click();
  await expect(page.getByRole("blockquote")).toHaveText("Effacez-moi de vos listes.");
  const files = await withOrg(organisation.scope, (tx) => tx.attachment.count({ where: {} }));
  expect(files).toBe(0);
});
