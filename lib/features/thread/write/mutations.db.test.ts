import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContract } from "@/prisma/factories/contract";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeAccepted } from "@/prisma/factories/instruction";
import { as } from "@/prisma/factories/organisation";
import { makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { makeForm } from "@/prisma/factories/submission";
import { findConversation } from "@/lib/features/thread/read/conversation";
import { closeThread, writeMessage } from "./mutations";
import { messageSchema } from "@/lib/features/thread/schema";
import { ctx, foreign, at, stored, lastEntry, begin, prepareDatabase } from "./mutations.fixture";

prepareDatabase();
const messages = (threadId: string) =>
  withOrg(ctx.scope, (tx) => tx.threadMessage.findMany({ where: { threadId }, orderBy: { number: "asc" } }));
const asked = (subjectId: string) =>
  messageSchema.parse({ noun: "processing-record", subjectId, text: "Qui écoute les appels ?" });

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
      messageCount: 2,
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

describe("a conversation", () => {
  it("tells staff that an e-mail would wait without a mail server, and a contact nothing of it", async () => {
    const { record, contact } = await begin();
    await addMessage(at(contact, "10:05"), record.id);
    const about = { noun: "processing-record", id: record.id } as const;
    const ofStaff = await withOrg(ctx.scope, (tx) => findConversation(tx, ctx, about));
    expect(ofStaff).toMatchObject({ canSend: false, zone: "Africa/Casablanca" });
    const ofContact = await withOrg(contact.scope, (tx) =>
      findConversation(tx, { ...contact, now: ctx.now }, about),
    );
    expect(ofContact).toMatchObject({ canSend: true, zone: "Europe/Paris" });
  });
});
