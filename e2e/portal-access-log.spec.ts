import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeIssuedNotice } from "@/prisma/factories/breach";
import { askForApproval, makeCallScript } from "@/prisma/factories/call-script";
import { makeContact } from "@/prisma/factories/contact";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeActiveRecord } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { makeTransfer } from "@/prisma/factories/transfer";
import { expect, signIn, test } from "./fixtures";

const ROOMS = join(import.meta.dirname, "../app/(portal)/portal/[contact]");

/**
 * Pages of the portal with the entries each adds to the access log: sheets and the extract are logged; lists are not,
 * and downloads are in the journal.
 */
const READS: Record<string, readonly string[]> = {
  ".": [],
  records: [],
  "records/[id]": ["processing-record", "thread"],
  contracts: [],
  "contracts/[id]": ["contract"],
  instructions: [],
  "instructions/[id]": ["instruction"],
  "instructions/[id]/answer": ["instruction"],
  "instructions/new": [],
  notices: [],
  "notices/[id]": ["breach-notice"],
  requests: [],
  "requests/[id]": ["authorisation"],
  scripts: [],
  "scripts/[id]": ["call-script"],
  "rights-requests": [],
  "rights-requests/[id]": ["rights-request"],
  "sub-processors": [],
  transfers: [],
  "transfers/[id]": ["transfer"],
  documents: [],
  threads: [],
  "threads/[id]": ["thread"],
  telephone: [],
  "rights-requests/new": [],
  extract: ["export"],
  me: [],
};

test("has a line for every page of the portal", () => {
  const files = readdirSync(ROOMS, { recursive: true, encoding: "utf8" });
  const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file)).map((file) => dirname(file));
  expect(pages.toSorted()).toEqual(Object.keys(READS).toSorted());
});

test("a contact's looks are noted page by page @happy-access-log", async ({
  context,
  organisation,
  visitor,
}) => {
  const record = await makeActiveRecord(organisation, { activity: "Relance de factures" });
  const controllerId = record.controllerId!;
  const contact = await makeContact(organisation, { controllerId });
  const relayed = await makeRightsRequest(organisation, { controllerId });
  await stepRightsRequest(organisation, relayed, "relayed", { means: "letter" });
  const ids: Record<string, string> = {
    scripts: (await askForApproval(organisation, await makeCallScript(organisation, { controllerId }))).id,
    "rights-requests": relayed.id,
    records: record.id,
    contracts: (await makeContractInForce(organisation, { controllerId })).id,
    instructions: (await makeInstruction(organisation, { controllerId })).id,
    notices: (await makeIssuedNotice(organisation, { controllerId })).noticeId,
    requests: (await makeRequest(organisation, { controllerId })).id,
    transfers: (await makeTransfer(organisation, { controllerId })).id,
    threads: await addMessage(contact, record.id),
  };
  await signIn(context, contact);
  const count = () => withOrg(organisation.scope, (tx) => tx.accessLook.count());
  for (const [path, nouns] of Object.entries(READS)) {
    const before = await count();
    const [room = ""] = path.split("/");
    const address = `/portal/${contact.actor.contactId}/${path.replace("[id]", ids[room] ?? "")}`;
    expect((await context.request.get(address)).status(), path).toBe(200);
    const looks = await withOrg(organisation.scope, (tx) =>
      tx.accessLook.findMany({ orderBy: { id: "asc" }, skip: before, select: { noun: true } }),
    );
    expect([path, looks.map(({ noun }) => noun).toSorted()]).toEqual([path, nouns.toSorted()]);
  }

  // The processor reads on the controller's page who opened what.
  const staff = await visitor();
  await signIn(staff, organisation);
  const page = await staff.newPage();
  await page.goto(`/${organisation.slug}/controllers/${controllerId}`);
  const looks = page.getByRole("table", { name: "Consultations du portail" });
  const opened = looks.getByRole("row").filter({ hasText: `une fiche du registre ${record.reference}` });
  await expect(opened.first()).toContainText(contact.actor.name);
});
