import { readFile } from "node:fs/promises";
import { makeContact } from "@/prisma/factories/contact";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a contact asks in the portal, the DPO is mailed and answers, the contact is mailed and reads it @happy-thread @refusal-thread", async ({
  page,
  context,
  organisation,
  visitor,
  mailTo,
}) => {
  const controller = await makeController(organisation, { legalName: "Téléno" });
  const record = await makeRecord(organisation, { controllerId: controller.id, activity: "Service client" });
  const active = { id: record.id, version: 1, event: "activate", on: "2026-01-05", reason: "" } as const;
  valueOf(await moveRecord(organisation, active));
  const asking = await makeContact(organisation, { controllerId: controller.id, role: "reader" });
  const other = await makeContact(organisation);
  const portal = `/portal/${asking.actor.contactId}`;

  const theirs = await visitor();
  await signIn(theirs, asking);
  const client = await theirs.newPage();
  await client.goto(`${portal}/threads`);
  await client.getByRole("button", { name: "Envoyer" }).click();
  await expect(client.getByLabel("Votre message")).toHaveAccessibleDescription(/Ce champ est obligatoire/);
  await client
    .getByLabel("Sujet")
    .selectOption({ label: `Fiche du registre ${record.reference} · Service client` });
  await client.getByLabel("Votre message").fill("Combien de temps gardez-vous les enregistrements ?");
  await client.getByRole("button", { name: "Envoyer" }).click();
  await expect(client.getByRole("heading", { level: 1 })).toHaveText("Service client");
  await expect(client.getByRole("main")).toContainText("Votre sous-traitant doit répondre");
  await expectAccessible(client, "a thread in the portal");

  const question = await mailTo(organisation.email, /Téléno vous a écrit/);
  expect(question.text).not.toContain("enregistrements");
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}`);
  await expect(page.getByRole("link", { name: "Répondre à l’échange" })).toBeVisible();
  await page.goto(question.links[0]!);
  await expect(page.getByRole("main")).toContainText("Combien de temps gardez-vous");
  await expectAccessible(page, "a thread in the console");
  await page.getByRole("textbox", { name: "Répondre" }).fill("Trente jours, puis ils sont effacés.");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByRole("main")).toContainText("Au responsable de répondre");
  await page.goto(`/${organisation.slug}/threads`);
  await expect(page.getByRole("row", { name: /Service client/ })).toContainText("Téléno");
  await expectAccessible(page, "the threads of an organisation");

  const answer = await mailTo(asking.email, /vous a écrit/);
  expect(answer.text).not.toContain("Trente jours");
  await client.goto(answer.links[0]!);
  await expect(client.getByRole("main")).toContainText("Trente jours, puis ils sont effacés.");
  await client.getByText("Clore l’échange").click();
  await client.getByLabel("Pourquoi plus rien n’est attendu").fill("Cela nous suffit, merci.");
  await client.getByRole("button", { name: "Clore" }).click();
  await expect(client.getByRole("main")).toContainText("a clos l’échange");
  const thread = new URL(client.url()).pathname.split("/").at(-1)!;

  const strangers = await visitor();
  await signIn(strangers, other);
  for (const address of [answer.links[0]!, `/portal/${other.actor.contactId}/threads/${thread}`])
    expect((await strangers.request.get(address)).status()).toBe(404);
});

test("a contact takes its own extract away, and is told beside the day why there is none", async ({
  page,
  context,
  organisation,
}) => {
  const { id, controllerId } = await makeRecord(organisation, { activity: "Service client" });
  valueOf(
    await moveRecord(organisation, { id, version: 1, event: "activate", on: "2026-01-05", reason: "" }),
  );
  await makeRecord(organisation, { activity: "Celui d’un autre" });
  const contact = await makeContact(organisation, { controllerId: controllerId! });
  await signIn(context, contact);
  await page.goto(`/portal/${contact.actor.contactId}/extract?on=2099-01-01&day=future`);
  await expect(page.getByLabel("État au")).toHaveAccessibleDescription(/Ce jour est à venir/);
  await page.getByLabel("État au").fill("");
  await expectAccessible(page, "the extract of a controller");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Exporter en JSON" }).click(),
  ]);
  const stated = await readFile(await file.path(), "utf8");
  expect(
    JSON.parse(stated).records.map(({ content }: { content: { activity: string } }) => content.activity),
  ).toEqual(["Service client"]);
  expect(stated).not.toContain("Celui d’un autre");
});
