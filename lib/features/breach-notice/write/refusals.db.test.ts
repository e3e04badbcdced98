import { afterAll, beforeAll, expect, it } from "vitest";
import { addNightContact } from "@/lib/features/night-contact/write/mutations";
import { nightContactAddSchema } from "@/lib/features/night-contact/schema";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { draftNotice } from "./drafts";
import { recordInformed } from "./informed";
import { issueNotice } from "./issue";

const NOW = new Date("2026-11-24T16:42:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let partId: string;
/** A night contact of another client. */
let stranger: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
  const [own, other] = [await makeController(ctx), await makeController(ctx, { legalName: "Lumen" })];
  const facts = { "what-happened": { text: "Une sauvegarde a été copiée." } };
  const { parts } = await makeBreachFile(ctx, { controllerIds: [own.id], facts });
  partId = parts[0]!.partId;
  const typed = {
    controllerId: other.id,
    name: "Luc",
    email: "luc@lumen.example",
    phone: "+33 1 44 00 00 01",
  };
  stranger = valueOf(await addNightContact(ctx, nightContactAddSchema.parse(typed))).id;
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const refused = (path: string, key: string) => ({ refusal: { kind: "invalid", issues: [{ path, key }] } });
const call = {
  day: "2026-11-24",
  time: "16:00",
  who: "Luc",
  source: "",
  contactId: "",
  kind: "call-made",
} as const;
const inform = (
  stated: Partial<Omit<typeof call, "contactId" | "time">> & { contactId?: string; time?: string },
) => recordInformed(ctx, { ...call, partId, ...stated });

it("refuses a call to somebody who is no contact of this client, beside the contact", async () => {
  expect(await inform({ contactId: stranger })).toMatchObject(
    refused("contactId", "breach-notice.unknownContact"),
  );
  expect(await withOrg(ctx.scope, (tx) => tx.breachNoticeFact.count())).toBe(0);
});

it("refuses a call that is yet to be made, beside its hour", async () => {
  expect(await inform({ time: "16:43" })).toMatchObject(refused("time", "breach-notice.ahead"));
  valueOf(await inform({ time: "16:42" }));
});

it("issues nothing to somebody who is no contact of this client, beside the recipient", async () => {
  const { id } = valueOf(await draftNotice(ctx, { partId }));
  const { content, version, locale } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const shown = Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, value === null ? "" : String(value)]),
  );
  const form = noticeSaveSchema.parse({ ...shown, id, version, locale, recipient: stranger });
  expect(await issueNotice(ctx, form)).toMatchObject(refused("recipient", "breach-notice.unknownRecipient"));
  expect((await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!.status).toBe("draft");
  expect(
    await withOrg(ctx.scope, (tx) => tx.outboxMail.count({ where: { template: "breach-notice" } })),
  ).toBe(0);
});
