import { makeAttachment } from "@/prisma/factories/attachment";
import { makeContact } from "@/prisma/factories/contact";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { makeTransfer } from "@/prisma/factories/transfer";
import { moveRecord } from "@/lib/features/processing-record/mutations";
import { withOrg } from "@/lib/platform/transaction";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

const FORGED = "0197f0a0-0000-7000-8000-000000000000";

test("a contact reads its own controller's rows, and every other id is not found and journalled", async ({
  page,
  context,
  organisation,
  database,
}) => {
  const record = await makeRecord(organisation, { activity: "Relance de factures" });
  valueOf(
    await moveRecord(organisation, {
      ...{ id: record.id, version: 1 },
      ...{ event: "activate", on: "2026-01-05", reason: "" },
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
