import { Client } from "pg";
import { changeContactRole } from "@/lib/features/contact/write/mutations";
import { makeAttachment } from "@/prisma/factories/attachment";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { makeTransfer } from "@/prisma/factories/transfer";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { PDF } from "@/lib/platform/files/documents.fixture";
import { withOrg } from "@/lib/platform/database/transaction";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

const FORGED = "0197f0a0-0000-7000-8000-000000000000";

test("a contact reads its own controller's rows, and every other id is not found and journalled @refusal-access-log", async ({
  page,
  context,
  organisation,
  database,
}) => {
  const record = await makeRecord(organisation, { activity: "Relance de factures" });
  valueOf(
    await moveRecord(organisation, {
      id: record.id,
      version: 1,
      event: "activate",
      on: "2026-01-05",
      reason: "",
    }),
  );
  const { controllerId } = record;
  const contract = await makeContractInForce(organisation, { controllerId });
  const transfer = await makeTransfer(organisation, { controllerId });
  const contact = await makeContact(organisation, { controllerId });
  const at = `/portal/${contact.actor.contactId}`;
  await signIn(context, contact);
  await page.goto("/portal");
  await expect(page).toHaveURL(new RegExp(`${at}$`));
  for (const path of ["records", "contracts", "transfers", "documents"]) {
    await page.goto(`${at}/${path}`);
    await expectAccessible(page);
  }
  await page.goto(`${at}/records/${record.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Relance de factures");
  await expectAccessible(page);
  for (const path of [`contracts/${contract.id}`, `transfers/${transfer.id}`]) {
    await page.goto(`${at}/${path}`);
    await expectAccessible(page);
  }

  const other = await makeRecord(organisation);
  const foreign = await makeOrganisation(database.ownerUrl);
  const foreigner = await makeContact(foreign);
  const addresses = [
    `${at}/records/${other.id}`,
    `${at}/records/${FORGED}`,
    `${at}/records/nothing`,
    `${at}/contracts/${(await makeContractInForce(organisation)).id}`,
    `${at}/transfers/${(await makeTransfer(organisation)).id}`,
    `/portal/${foreigner.actor.contactId}`,
    `/portal/${FORGED}`,
    `/${organisation.slug}/records`,
    `/api${at}/files/${await makeAttachment(organisation)}`,
  ];
  for (const address of addresses) expect((await context.request.get(address)).status(), address).toBe(404);

  const { looks, refused } = await withOrg(organisation.scope, async (tx) => ({
    looks: await tx.accessLook.findMany({ select: { noun: true, subjectId: true } }),
    refused: await tx.journalText.findMany({
      where: { event: "access.refused" },
      select: { noun: true, subjectId: true },
    }),
  }));
  expect(looks).toContainEqual({ noun: "processing-record", subjectId: record.id });
  expect(looks).toContainEqual({ noun: "contract", subjectId: contract.id });
  expect(refused).toContainEqual({ noun: "processing-record", subjectId: other.id });
  expect(refused).toContainEqual({ noun: "processing-record", subjectId: FORGED });
  expect(refused.filter(({ noun }) => noun === "attachment")).toHaveLength(1);
});

test("an address past the pages, or a form that asks for more than is its own, is refused and journalled", async ({
  page,
  context,
  organisation,
  database,
}) => {
  const request = await makeRequest(organisation);
  const foreign = await makeRequest(organisation);
  const contact = await makeContact(organisation, { controllerId: request.controllerId });
  const { contactId, personId } = contact.actor;
  await signIn(context, contact);
  for (const address of [`/portal/requests/${foreign.id}`, `/api/portal/${FORGED}/files/${FORGED}`])
    expect((await context.request.get(address)).status(), address).toBe(404);
  await context.request.post(
    `/api/portal/${contactId}/documents?noun=authorisation&subjectId=${foreign.id}`,
    {
      headers: { "sec-fetch-site": "same-origin" },
      multipart: { file: { name: "accord.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF) } },
      maxRedirects: 0,
    },
  );
  expect(await refusedTo(database.ownerUrl, personId)).toEqual([
    { noun: "authorisation", subject: foreign.id },
    { noun: "contact", subject: FORGED },
  ]);

  const sign = page.getByRole("button", { name: "Signer et envoyer" });
  const prepare = async () => {
    await page.goto(`/portal/${contactId}/requests/${request.id}`);
    await page.getByRole("radio", { name: /^Je refuse/ }).check();
    await page.getByLabel("Pouvoir d’engager la société").fill("Mandat social");
    await page.getByRole("button", { name: "Relire avant de signer" }).click();
    await expect(sign).toBeVisible();
  };
  await prepare();
  await page.locator("#decision input[name=id]").evaluate((input: HTMLInputElement, id) => {
    input.value = id;
  }, foreign.id);
  await sign.click();
  await expect(page.getByRole("heading", { name: "Ce que vous modifiez n’existe plus ici" })).toBeVisible();
  await prepare();
  valueOf(await changeContactRole(organisation, { id: contactId, from: "signatory", role: "reader" }));
  await sign.click();
  await expect(page.getByRole("heading", { name: "Votre rôle ne permet pas d’enregistrer" })).toBeVisible();
  const { states, refused } = await withOrg(organisation.scope, async (tx) => ({
    states: await tx.authorisation.findMany({ select: { state: true } }),
    refused: await tx.journalText.findMany({
      where: { event: "access.refused" },
      orderBy: { seq: "asc" },
      select: { noun: true, subjectId: true },
    }),
  }));
  expect(states).toEqual([{ state: "submitted" }, { state: "submitted" }]);
  expect(refused).toEqual([
    { noun: "attachment", subjectId: foreign.id },
    { noun: "authorisation", subjectId: foreign.id },
    { noun: "authorisation", subjectId: request.id },
  ]);
});

/** Reads a refusal outside any organisation from the platform's journal chain. */
async function refusedTo(ownerUrl: string, personId: string) {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query(
    `SELECT noun, subject_id AS subject FROM journal_text
      WHERE event = 'access.refused' AND text::jsonb -> 'actor' ->> 'id' = $1 ORDER BY seq`,
    [personId],
  );
  await client.end();
  return rows;
}
