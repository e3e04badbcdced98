import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attachDocument, downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { clearExample, fillExample } from "@/lib/features/example/write/mutations";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { PDF } from "@/lib/platform/files/documents.fixture";
import { makeContract } from "@/prisma/factories/contract";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeAccepted } from "@/prisma/factories/instruction";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { makeForm } from "@/prisma/factories/submission";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { countUnread } from "@/lib/features/thread/read/queries";
import { closeThread, markRead, writeMessage } from "./mutations";
import { findThreadPage, threadQuerySchema } from "@/lib/features/thread/read/list";
import { messageSchema } from "@/lib/features/thread/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const at = <C extends { now: Date }>(who: C, hour: string): C => ({
  ...who,
  now: new Date(`2026-11-24T${hour}:00Z`),
});
const stored = (id: string) => withOrg(ctx.scope, (tx) => tx.thread.findUniqueOrThrow({ where: { id } }));
const messages = (threadId: string) =>
  withOrg(ctx.scope, (tx) => tx.threadMessage.findMany({ where: { threadId }, orderBy: { number: "asc" } }));
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
  return JSON.parse(row!.text!);
};
const asked = (subjectId: string) =>
  messageSchema.parse({ noun: "processing-record", subjectId, text: "Qui écoute les appels ?" });

async function begin() {
  const record = await makeActiveRecord(ctx);
  return { record, contact: await makeContact(ctx, { controllerId: record.controllerId!, role: "reader" }) };
}

describe("writeMessage", () => {
  it("begins a thread with a contact's question, which waits since it was first asked", async () => {
    const { record, contact } = await begin();
    const id = await addMessage(at(contact, "10:05"), record.id);
    expect(await lastEntry()).toMatchObject({
      event: "thread.opened",
      actor: { kind: "controller-contact", name: "Claire Vasseur" },
      subject: { id, label: record.reference },
      after: { number: 1, subjectId: record.id, digest: expect.stringMatching(/^[\da-f]{64}$/) },
    });
    expect(await addMessage(at(contact, "11:00"), record.id)).toBe(id);
    expect(await stored(id)).toMatchObject({
      controllerId: record.controllerId,
      state: "with-processor",
      since: new Date("2026-11-24T10:05:00Z"),
      lastAt: new Date("2026-11-24T11:00:00Z"),
      said: 2,
    });
  });

  it("keeps each message with its author by the name of the time, and gives the turn to the other side", async () => {
    const { record, contact } = await begin();
    const id = await addMessage(at(contact, "10:05"), record.id);
    await addMessage(at(ctx, "12:00"), record.id, { text: "À Casablanca, trente jours." });
    expect(await messages(id)).toMatchObject([
      { number: 1, side: "contact", authorName: "Claire Vasseur", kind: "message" },
      { number: 2, side: "staff", authorName: ctx.actor.name, text: "À Casablanca, trente jours." },
    ]);
    expect(await stored(id)).toMatchObject({ state: "with-controller" });
    expect(JSON.stringify(await lastEntry())).not.toContain("Casablanca, trente");
  });

  it("writes two that come at once one after the other", async () => {
    const { record, contact } = await begin();
    const ids = await Promise.all([
      addMessage(contact, record.id),
      addMessage(ctx, record.id),
      addMessage(contact, record.id),
    ]);
    expect(new Set(ids).size).toBe(1);
    expect((await messages(ids[0]!)).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("keeps once what a form sent twice says, and again what another form says", async () => {
    const { record, contact } = await begin();
    const stated = { text: "Qui écoute les appels ?" };
    const [once, again] = [makeForm(), makeForm()];
    const id = await addMessage(once(at(contact, "10:05")), record.id, stated);
    expect(await addMessage(once(at(contact, "10:05")), record.id, stated)).toBe(id);
    expect(await messages(id)).toHaveLength(1);
    await addMessage(once(at(ctx, "10:05")), record.id, stated);
    await addMessage(again(at(ctx, "10:05")), record.id, stated);
    expect(await messages(id)).toHaveLength(3);
  });

  it("takes a request for authorisation once it was sent, from either side", async () => {
    const request = await makeRequest(ctx);
    const contact = await makeContact(ctx, { controllerId: request.controllerId });
    const id = await addMessage(contact, request.id, { noun: "authorisation" });
    expect(await addMessage(ctx, request.id, { noun: "authorisation" })).toBe(id);
  });

  it("takes instructions too, and refuses what belongs to no controller", async () => {
    const instruction = await makeAccepted(ctx);
    const id = await addMessage(ctx, instruction.id, { noun: "instruction" });
    expect(await stored(id)).toMatchObject({ subjectNoun: "instruction", state: "with-controller" });
    const own = await makeOwnRecord(ctx);
    expect(await writeMessage(ctx, asked(own.id))).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("refuses a draft to either side: its controller was told of none", async () => {
    const draft = await makeRecord(ctx);
    const contact = await makeContact(ctx, { controllerId: draft.controllerId! });
    const contract = await makeContract(ctx, { controllerId: draft.controllerId! });
    const about = [asked(draft.id), { ...asked(contract.id), noun: "contract" as const }];
    for (const input of about)
      for (const writer of [ctx, contact])
        expect(await writeMessage(writer, input)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("is refused to a viewer, in another organisation, and to another controller's contact", async () => {
    const { record } = await begin();
    const { contact: other } = await begin();
    expect(await writeMessage(as(ctx, "viewer"), asked(record.id))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    for (const stranger of [foreign, other])
      expect(await writeMessage(stranger, asked(record.id))).toMatchObject({
        refusal: { kind: "not-found" },
      });
  });
});

describe("who is told", () => {
  const letters = (reference: string) =>
    withOrg(ctx.scope, async (tx) => {
      const rows = await tx.outboxMail.findMany({ orderBy: { createdAt: "asc" } });
      return rows.filter(({ params }) => (params as Record<string, string>).reference === reference);
    });

  it("is every steward, of a contact's question, by the subject's number and nothing of its words", async () => {
    const { record, contact } = await begin();
    await addMessage(contact, record.id, { text: "Des enregistrements de santé ?" });
    const [letter, ...others] = await letters(record.reference);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      template: "portal-thread-to-steward",
      toAddress: ctx.email,
      params: { subject: "records", author: "Claire Vasseur" },
    });
    expect(JSON.stringify(letter)).not.toContain("santé");
  });

  it("is every contact who may still enter, of the staff's answer and of a closing, each in their language", async () => {
    const { record, contact } = await begin();
    const gone = await makeContact(ctx, { controllerId: record.controllerId! });
    await withOrg(ctx.scope, async (tx) => {
      await tx.controllerContact.update({
        where: { id: gone.actor.contactId },
        data: { endedAt: ctx.now, endReason: "Départ" },
      });
      await tx.controllerContact.update({
        where: { id: contact.actor.contactId },
        data: { language: "en" },
      });
    });
    await begin();
    const id = await addMessage(ctx, record.id);
    valueOf(await closeThread(ctx, { id, seen: 1, text: "Pour mémoire" }));
    const sent = await letters(record.reference);
    expect(sent).toMatchObject([
      { template: "portal-thread-to-contact", toAddress: contact.email, locale: "en" },
      { template: "portal-thread-to-contact", toAddress: contact.email },
    ]);
  });

  it("is flooded by nobody: an hour holds thirty messages of one contact", async () => {
    const { record, contact } = await begin();
    for (let stated = 0; stated < 30; stated += 1) await addMessage(contact, record.id);
    expect(await writeMessage(contact, asked(record.id))).toMatchObject({
      refusal: { kind: "invalid", issues: [{ path: "text", key: "thread.tooMany" }] },
    });
  });
});

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
  const insert = (threadId: string, controllerId: string, side: string, number = 77) =>
    `INSERT INTO thread_message VALUES ('${threadId}', ${number}, '${ctx.scope.org}', '${controllerId}', '${side}', 'message',
      gen_random_uuid(), 'Quelqu’un', 'Un mot', now())`;

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
    expect(await attempt(contact, insert(id, record.controllerId!, "contact"))).toBe(1);
    await expect(attempt(contact, insert(id, record.controllerId!, "staff"))).rejects.toThrow(/policy/);
    await expect(attempt(other, insert(id, record.controllerId!, "contact"))).rejects.toThrow(/policy/);
    // Both foreign keys refuse another controller's thread.
    await expect(attempt(other, insert(id, theirs.controllerId!, "contact", 78))).rejects.toThrow(
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
