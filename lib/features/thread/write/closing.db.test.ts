import { describe, expect, it } from "vitest";
import { attachDocument, downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { clearExample, fillExample } from "@/lib/features/example/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { PDF } from "@/lib/platform/files/documents.fixture";
import { makeContract } from "@/prisma/factories/contract";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, valueOf } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { countUnread } from "@/lib/features/thread/read/queries";
import { closeThread, markRead } from "./mutations";
import { findThreadPage, threadQuerySchema } from "@/lib/features/thread/read/list";
import { database, ctx, foreign, at, stored, lastEntry, begin, prepareDatabase } from "./mutations.fixture";

prepareDatabase();

describe("closeThread", () => {
  it("closes with a word, which the journal keeps as its reason, and a message opens it again", async () => {
    const { record, contact } = await begin();
    const id = await addMessage(at(contact, "10:00"), record.id);
    valueOf(await closeThread(at(ctx, "11:00"), { id, seen: 1, text: "Répondu au téléphone" }));
    expect(await stored(id)).toMatchObject({ state: "closed", since: new Date("2026-11-24T11:00:00Z") });
    expect(await lastEntry()).toMatchObject({
      event: "thread.closed",
      reason: "Répondu au téléphone",
      before: { state: "with-processor" },
    });
    await addMessage(at(contact, "12:00"), record.id);
    expect(await stored(id)).toMatchObject({
      state: "with-processor",
      since: new Date("2026-11-24T12:00:00Z"),
    });
  });

  it("is refused to whoever has not seen the last word, and where it is closed already", async () => {
    const { record, contact } = await begin();
    const id = await addMessage(contact, record.id);
    await addMessage(contact, record.id);
    const issue = (key: string) => ({ refusal: { kind: "invalid", issues: [{ path: "text", key }] } });
    const closing = { id, text: "Répondu" };
    expect(await closeThread(ctx, { ...closing, seen: 1 })).toMatchObject(issue("thread.unseen"));
    valueOf(await closeThread(contact, { ...closing, seen: 2 }));
    expect(await closeThread(ctx, { ...closing, seen: 3 })).toMatchObject(issue("thread.nothingOpen"));
    expect(await closeThread(foreign, { ...closing, seen: 3 })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});

describe("keepReading", () => {
  const unread = async (id: string, readerId: string) =>
    (await withOrg(ctx.scope, (tx) => countUnread(tx, [id], readerId))).get(id) ?? 0;

  it("counts what others said since, for each reader by themselves, and never goes back", async () => {
    const { record, contact } = await begin();
    const id = await addMessage(contact, record.id);
    await addMessage(contact, record.id);
    expect(await unread(id, ctx.actor.memberId)).toBe(2);
    expect(await unread(id, contact.actor.contactId)).toBe(0);
    valueOf(await markRead(ctx, { id, readTo: 2 }));
    valueOf(await markRead(ctx, { id, readTo: 1 }));
    expect(await unread(id, ctx.actor.memberId)).toBe(0);
    await addMessage(ctx, record.id);
    expect(await unread(id, contact.actor.contactId)).toBe(1);
  });

  it("marks nothing beyond what was said, nor in another controller's thread", async () => {
    const { record, contact } = await begin();
    const id = await addMessage(contact, record.id);
    valueOf(await markRead(ctx, { id, readTo: 99 }));
    await addMessage(contact, record.id);
    expect(await unread(id, ctx.actor.memberId)).toBe(1);
    const { contact: other } = await begin();
    expect(await markRead(other, { id, readTo: 1 })).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

it("lists what waits for an answer first, the longest above, and in pages that meet", async () => {
  const own = await makeOrganisation(database.ownerUrl);
  const order: string[] = [];
  for (const hour of ["08:00", "09:00", "10:00"]) {
    const record = await makeActiveRecord(own);
    order.push(
      await addMessage(at(await makeContact(own, { controllerId: record.controllerId! }), hour), record.id),
    );
    if (hour === "08:00") await addMessage(at(own, "10:30"), record.id);
  }
  const [answered, ...waiting] = order;
  const page = await withOrg(own.scope, (tx) => findThreadPage(tx, threadQuerySchema.parse({})));
  expect(page.rows.map(({ id }) => id)).toEqual([...waiting, answered]);
  expect(page.counts).toEqual({ all: 3, waiting: 2, answered: 1, closed: 0 });
  const after = `${page.rows[0]!.rank}\u0001${page.rows[0]!.id}`;
  const next = await withOrg(own.scope, (tx) => findThreadPage(tx, threadQuerySchema.parse({ after })));
  expect(next.rows.map(({ id }) => id)).toEqual([waiting[1], answered]);
});

describe("a contact's connection, by raw SQL", () => {
  const attempt = (contact: MadeContact, sql: string) =>
    withOrg(contact.scope, (tx) => tx.$executeRawUnsafe(sql));
  const insert = (
    { actor }: MadeContact,
    threadId: string,
    controllerId: string,
    side: string,
    number = 77,
  ) =>
    `INSERT INTO thread_message VALUES ('${threadId}', ${number}, '${ctx.scope.org}', '${controllerId}', '${side}', 'message',
      '${actor.contactId}', '${actor.name}', 'Un mot', now())`;

  it("reads its controller's threads alone, and changes no message", async () => {
    const { record, contact } = await begin();
    const id = await addMessage(contact, record.id);
    const { contact: other } = await begin();
    const seen = (who: typeof contact) =>
      withOrg(
        who.scope,
        (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM thread_message WHERE thread_id = ${id}::uuid`,
      );
    expect(await seen(contact)).toHaveLength(1);
    expect(await seen(other)).toHaveLength(0);
    expect(await attempt(other, `UPDATE thread SET state = 'closed' WHERE id = '${id}'`)).toBe(0);
    await expect(attempt(contact, `UPDATE thread_message SET text = 'Autre'`)).rejects.toThrow(
      /denied|42501/,
    );
    await expect(attempt(contact, `DELETE FROM thread_message`)).rejects.toThrow(/denied|42501/);
  });

  it("writes as a contact in its own threads, never as the staff, nor in another's", async () => {
    const { record, contact } = await begin();
    const id = await addMessage(contact, record.id);
    const { record: theirs, contact: other } = await begin();
    expect(await attempt(contact, insert(contact, id, record.controllerId!, "contact"))).toBe(1);
    await expect(attempt(contact, insert(contact, id, record.controllerId!, "staff"))).rejects.toThrow(
      /policy/,
    );
    await expect(attempt(other, insert(other, id, record.controllerId!, "contact"))).rejects.toThrow(
      /policy/,
    );
    // Both foreign keys refuse another controller's thread.
    await expect(attempt(other, insert(other, id, theirs.controllerId!, "contact", 78))).rejects.toThrow(
      /foreign key/,
    );
  });
});

it("keeps an example that somebody wrote about, with its controller, when the rest is cleared", async () => {
  const own = await makeOrganisation(database.ownerUrl);
  valueOf(await fillExample(own));
  const record = await withOrg(own.scope, (tx) =>
    tx.processingRecord.findFirstOrThrow({ where: { capacity: "processor" }, orderBy: { reference: "asc" } }),
  );
  await addMessage(await makeContact(own, { controllerId: record.controllerId! }), record.id);
  valueOf(await clearExample(own));
  const left = await withOrg(own.scope, (tx) => tx.processingRecord.findMany({ select: { id: true } }));
  expect(left).toEqual([{ id: record.id }]);
  expect(await withOrg(own.scope, (tx) => tx.controller.count())).toBe(1);
});

it("keeps documents beside it, shown to its own controller's portal", async () => {
  const { record, contact } = await begin();
  const subjectId = await addMessage(contact, record.id);
  const document = await makeDocument(ctx, { noun: "thread", subjectId });
  expect(await downloadAttachment(contact, document)).toMatchObject({ ok: true });
  const theirs = await makeDocument(contact, { noun: "thread", subjectId });
  expect(await downloadAttachment(ctx, theirs)).toMatchObject({ ok: true });
  const { contact: other } = await begin();
  const elsewhere = { noun: "thread", subjectId, replaces: null } as const;
  const file = { fileName: "devis.pdf", bytes: PDF };
  expect(await attachDocument(other, { ...elsewhere, file })).toMatchObject({
    refusal: { kind: "not-found" },
  });
  const contract = await makeContract(ctx, { controllerId: contact.actor.controllerId });
  expect(
    await attachDocument(contact, { noun: "contract", subjectId: contract.id, replaces: null, file }),
  ).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await downloadAttachment(other, document)).toMatchObject({ refusal: { kind: "not-found" } });
});

it("takes thirty documents of a contact within the hour, and no more", async () => {
  const { record, contact } = await begin();
  const subjectId = await addMessage(contact, record.id);
  const about = { noun: "thread", subjectId, replaces: null } as const;
  const send = (fileName: string) => attachDocument(contact, { ...about, file: { fileName, bytes: PDF } });
  // Refused files count too, because reading them costs the same.
  for (let at = 0; at < 30; at += 1) await send("devis.png");
  expect(await send("devis.pdf")).toMatchObject({ refusal: { issues: [{ path: "file", key: "tooMany" }] } });
  expect(await makeDocument(ctx, { noun: "thread", subjectId })).toEqual(expect.any(String));
});
