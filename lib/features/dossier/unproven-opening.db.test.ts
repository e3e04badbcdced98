import { afterAll, expect, it } from "vitest";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { draftNotice } from "@/lib/features/breach-notice/write/drafts";
import { issueNotice } from "@/lib/features/breach-notice/write/issue";
import { recordAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact, proveAddress } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { makeVerified, rowsOf } from "./dossier.fixture";

const database = await freshDatabase();
afterAll(() => database.drop());
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);
const email = "directeur@client.example";

async function issue(): Promise<string> {
  const { parts } = await makeBreachFile(ctx, {
    controllerIds: [controllerId],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { id } = valueOf(await draftNotice(ctx, { partId: parts[0]!.partId }));
  const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const { whatHappened, contactPoint } = content;
  const input = { id, version, locale, whatHappened, contactPoint: contactPoint ?? "", act: "issue" };
  valueOf(await issueNotice(ctx, noticeSaveSchema.parse(input)));
  return id;
}

async function stated() {
  const files = await makeVerified(
    { ...ctx, now: new Date() },
    { audience: "controller", recipient: "x", controllerIds: [controllerId], sections: ["breaches"] },
  );
  const [row] = rowsOf(files, "08-breaches/breaches.json");
  return { row, table: files.get("08-breaches/breaches.csv")!.toString("utf8") };
}

it("names an opening from an unproven address as that, and as no awareness, until the address is proven", async () => {
  const id = await issue();
  const contact = await makeContact(ctx, { controllerId, role: "signatory", email, isProven: false });
  await withOrg(contact.scope, (tx) => recordAccess(tx, contact, { noun: "breach-notice", id, label: "1" }));
  const before = await stated();
  expect(before.row).toMatchObject({
    informedAt: null,
    firstInformedAt: null,
    openedUnprovenAt: expect.any(String),
    clock: "opened-unproven",
  });
  expect(before.table).toMatch(/adresse non prouvée, ce qui ne prouve pas la prise de connaissance/);
  await proveAddress(ctx, { contactId: contact.actor.contactId, controllerId, email });
  const proven = await stated();
  expect(proven.row).toMatchObject({ informedAt: expect.any(String), openedUnprovenAt: null, clock: "told" });
  expect(proven.table).not.toContain("adresse non prouvée");
}, 120_000);
