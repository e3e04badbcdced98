import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { findContactSight } from "@/lib/features/controller-merge/read/contact-sight";
import { endContact } from "@/lib/features/contact/write/mutations";
import { hashInHex } from "@/lib/platform/secrets/token";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { readSession } from "@/lib/platform/request/session-store";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { mergeInto, unmerge } from "@/prisma/factories/merge";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { changeContactSight } from "./contact-sight";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

/** Merges the first of two controllers, each with an entry and a contact, into the second. */
async function makeMerged() {
  const [from, into] = [await makeController(ctx), await makeController(ctx)];
  const records = {
    from: (await makeActiveRecord(ctx, { controllerId: from.id })).id,
    into: (await makeActiveRecord(ctx, { controllerId: into.id })).id,
  };
  const contacts = {
    from: await makeContact(ctx, { controllerId: from.id }),
    into: await makeContact(ctx, { controllerId: into.id }),
  };
  valueOf(await mergeInto(ctx, [from.id, into.id]));
  return { from, into, records, contacts };
}

/** Reads through the scope of the contact's session. */
async function seen({ token, now, scope: { org } }: MadeContact) {
  const [line] = (await readSession(token, now))!.contacts;
  const portal = mintScope({
    org,
    scope: "portal",
    controllerId: line!.controller.id,
    controllerIds: line!.sees,
    sessionHash: hashInHex(token),
  });
  const rows = await withOrg(portal, (tx) => tx.processingRecord.findMany({ select: { id: true } }));
  return { ids: rows.map(({ id }) => id).sort(), role: line!.role };
}

const change = (contact: MadeContact, from: string[], confirmed: string[], by: StaffCtx = ctx) =>
  changeContactSight(by, { id: contact.actor.contactId, from, confirmed });
const sightOf = ({ actor }: MadeContact) => withOrg(ctx.scope, (tx) => findContactSight(tx, actor.contactId));

it("opens the rows of the other to a contact that is confirmed after the merge, and shuts them again", async () => {
  const { from, into, records, contacts } = await makeMerged();
  const both = [records.from, records.into].sort();
  valueOf(await change(contacts.into, [], [from.id]));
  expect(await seen(contacts.into)).toEqual({ ids: both, role: "signatory" });
  valueOf(await change(contacts.into, [from.id], []));
  expect(await seen(contacts.into)).toEqual({ ids: [records.into], role: "signatory" });

  expect(await seen(contacts.from)).toEqual({ ids: [records.from], role: "reader" });
  valueOf(await change(contacts.from, [], [into.id]));
  expect(await seen(contacts.from)).toEqual({ ids: both, role: "signatory" });
  valueOf(await change(contacts.from, [into.id], []));
  expect(await seen(contacts.from)).toEqual({ ids: [records.from], role: "reader" });
});

it("is taken back with the merge", async () => {
  const { from, into, records, contacts } = await makeMerged();
  valueOf(await change(contacts.into, [], [from.id]));
  valueOf(await change(contacts.from, [], [into.id]));
  valueOf(await unmerge(ctx, from.id));
  expect(await seen(contacts.into)).toEqual({ ids: [records.into], role: "signatory" });
  expect(await seen(contacts.from)).toEqual({ ids: [records.from], role: "signatory" });
  expect(await sightOf(contacts.from)).toBeNull();
});

it("tells what a contact saw before a chain of merges from what it was confirmed for", async () => {
  const { from, into, contacts } = await makeMerged();
  const last = await makeController(ctx);
  valueOf(await mergeInto(ctx, [into.id, last.id]));
  valueOf(await change(contacts.from, [], [last.id]));
  const sight = (await sightOf(contacts.from))!;
  expect(sight.own.map(({ id }) => id)).toEqual([from.id]);
  expect(sight).toMatchObject({ mayDecide: true });
  expect(sight.others.filter(({ isConfirmed }) => isConfirmed)).toMatchObject([{ id: last.id }]);
});

it("is journalled by the names of those whose rows are seen", async () => {
  const { from, into, contacts } = await makeMerged();
  valueOf(await change(contacts.into, [], [from.id]));
  valueOf(await change(contacts.into, [from.id], [from.id]));
  const rows = await withOrg(ctx.scope, (tx) =>
    tx.journalText.findMany({ where: { event: "contact.sight-changed" } }),
  );
  expect(rows.map(({ text }) => JSON.parse(text!))).toMatchObject([
    {
      subject: { noun: "contact", id: contacts.into.actor.contactId },
      before: { sees: into.legalName },
      after: { sees: `${into.legalName}, ${from.legalName}` },
    },
  ]);
});

it("is refused to others than stewards, over what was not shown, after the end, and without a merge", async () => {
  const { from, contacts } = await makeMerged();
  expect(await change(contacts.into, [], [from.id], as(ctx, "editor"))).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await change(contacts.into, [from.id], [])).toMatchObject({
    refusal: { issues: [{ key: "contact.sightMeanwhile" }] },
  });
  const foreign = await makeOrganisation(database.ownerUrl);
  expect(await change(contacts.into, [], [from.id], foreign)).toMatchObject({
    refusal: { kind: "not-found" },
  });
  const alone = await makeContact(ctx);
  expect(await change(alone, [], [from.id])).toMatchObject({ refusal: { kind: "not-found" } });
  valueOf(await endContact(ctx, { id: contacts.into.actor.contactId, reason: "Parti" }));
  expect(await change(contacts.into, [], [from.id])).toMatchObject({
    refusal: { issues: [{ key: "contact.endedMeanwhile" }] },
  });
});
