import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { hashInHex } from "@/lib/platform/secrets/token";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";
import { recordAccess } from "@/lib/platform/access/access-log";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import type { ContactCtx } from "@/lib/platform/request/context";
import { readSession } from "@/lib/platform/request/session-store";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { mergeInto, unmerge } from "@/prisma/factories/merge";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { composeFor } from "./read/compose";
import { findPortalFacts, findPortalNotices } from "./read/portal";
import { findPortalIncidents } from "./read/portal-incidents";
import { findNotice } from "./read/queries";
import { noticeSaveSchema } from "./schema";
import { draftNotice } from "./write/drafts";
import { acknowledgeNotice } from "./write/receipts";
import { issueNotice } from "./write/issue";
import { exportPack } from "./write/pack";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
}, 60_000);
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

/** Two controllers, each with a contact; a breach touches the first. */
async function makeTwo() {
  const from = await makeController(ctx, { legalName: "Nordalia" });
  const into = await makeController(ctx, { legalName: "Orvelle" });
  const contacts = {
    from: await makeContact(ctx, { controllerId: from.id, role: "reader" }),
    into: await makeContact(ctx, { controllerId: into.id, role: "reader" }),
  };
  const { parts } = await makeBreachFile(ctx, {
    controllerIds: [from.id],
    facts: { "what-happened": { text: "Une sauvegarde d’Orvelle a été copiée." } },
  });
  return { from, into, contacts, partId: parts[0]!.partId };
}

async function issueTo(partId: string): Promise<string> {
  const { id } = valueOf(await draftNotice(ctx, { partId }));
  const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const whatHappened = content.whatHappened ?? "Une sauvegarde a été copiée.";
  const input = { id, version, locale, whatHappened, contactPoint: "DPO", act: "issue" };
  valueOf(await issueNotice(ctx, noticeSaveSchema.parse(input)));
  return id;
}

/** The contact as its session says now. */
async function present(contact: MadeContact): Promise<ContactCtx> {
  const [line] = (await readSession(contact.token, contact.now))!.contacts;
  const controllerId = line!.controller.id;
  const org = contact.scope.org;
  return {
    ...contact,
    actor: { ...contact.actor, controllerId },
    scope: mintScope({
      org,
      scope: "portal",
      controllerId,
      controllerIds: line!.sees,
      sessionHash: hashInHex(contact.token),
    }),
  };
}

const noticesOf = ({ scope }: ContactCtx) => withOrg(scope, (tx) => findPortalNotices(tx));
const awareness = async ({ scope }: ContactCtx) => {
  const own = await findOwnPeople(scope.org);
  return withOrg(scope, async (tx) => {
    const [incident] = await findPortalIncidents(tx, own);
    return incident!.controllerAt;
  });
};

/** Opens, acknowledges and takes the pack of a notice, as the portal does. */
async function receive(contact: ContactCtx, id: string) {
  await withOrg(contact.scope, (tx) => recordAccess(tx, contact, { noun: "breach-notice", id, label: "1" }));
  expect(await awareness(contact)).toBe(contact.now.getTime());
  valueOf(await acknowledgeNotice(contact, { id }));
  valueOf(await exportPack(contact, { id, format: "json" }));
  return withOrg(contact.scope, (tx) => findPortalFacts(tx, [id]));
}

it.each(["before", "after"])(
  "is acknowledged by its contact where its controller was merged %s it",
  async (when) => {
    const { from, into, contacts, partId } = await makeTwo();
    if (when === "before") valueOf(await mergeInto(ctx, [from.id, into.id]));
    const id = await issueTo(partId);
    if (when === "after") valueOf(await mergeInto(ctx, [from.id, into.id]));
    const contact = await present(contacts.from);
    expect(contact.actor.controllerId).toBe(into.id);
    expect(await receive(contact, id)).toMatchObject([{ kind: "acknowledged" }]);
    const facts = await withOrg(ctx.scope, (tx) =>
      tx.breachNoticeFact.findMany({ where: { kind: { in: ["acknowledged", "pack-taken"] } } }),
    );
    expect(facts.map(({ controllerId }) => controllerId)).toEqual([from.id, from.id]);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ where: { event: "breach-notice.acknowledged" } }),
    );
    expect(JSON.parse(entry.text!)).toMatchObject({ after: { controllerId: from.id } });
  },
);

it("shows it to no contact of the other, unless that one was confirmed, and no more once the merge is undone", async () => {
  const { from, into, contacts, partId } = await makeTwo();
  const id = await issueTo(partId);
  valueOf(await mergeInto(ctx, [from.id, into.id]));
  expect(await noticesOf(await present(contacts.into))).toEqual([]);
  expect(await acknowledgeNotice(await present(contacts.into), { id })).toMatchObject({
    refusal: { kind: "not-found" },
  });
  valueOf(await unmerge(ctx, from.id));

  valueOf(await mergeInto(ctx, [from.id, into.id], { contacts: [contacts.into.actor.contactId] }));
  expect(await receive(await present(contacts.into), id)).toMatchObject([{ kind: "acknowledged" }]);
  valueOf(await unmerge(ctx, from.id));
  expect(await noticesOf(await present(contacts.into))).toEqual([]);
  const parted = await present(contacts.from);
  expect(parted.actor.controllerId).toBe(from.id);
  expect(await receive(parted, id)).toMatchObject([{ kind: "acknowledged" }, { kind: "acknowledged" }]);
});

it("is due by the contract of its own, and may name what its controller became", async () => {
  const { from, into, partId } = await makeTwo();
  const contract = await makeContractInForce(ctx, { controllerId: from.id });
  await fillSection(ctx, contract, "terms", { breachNoticeHours: "24" });
  valueOf(await mergeInto(ctx, [from.id, into.id]));
  const composed = await withOrg(ctx.scope, (tx) => composeFor(tx, partId));
  expect(composed!.file.terms).toMatchObject({ hours: 24 });
  expect(composed!.draft).toMatchObject({
    withheld: [],
    content: { whatHappened: "Une sauvegarde d’Orvelle a été copiée." },
  });
  valueOf(await unmerge(ctx, from.id));
  const parted = await withOrg(ctx.scope, (tx) => composeFor(tx, partId));
  expect(parted!.file.terms).toMatchObject({ hours: 24 });
  expect(parted!.draft.withheld).toMatchObject([{ field: "whatHappened" }]);
});
