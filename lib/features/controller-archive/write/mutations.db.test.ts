import { describe, expect, it } from "vitest";
import { findAuthorisation } from "@/lib/features/authorisation/read/queries";
import { inviteContact, renewContact } from "@/lib/features/contact/write/mutations";
import { contactInviteSchema } from "@/lib/features/contact/schema";
import { moveContract } from "@/lib/features/contract/write/mutations";
import { restoreController } from "@/lib/features/controller/write/mutations";
import { isOpenInPortal } from "@/lib/features/portal-decision/read/queries";
import { writeMessage } from "@/lib/features/thread/write/mutations";
import { readSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { lettersTo } from "@/prisma/factories/account";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeContract, makeContractInForce } from "@/prisma/factories/contract";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { archiveController } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

describe("archiveController", () => {
  it("is refused while a contract binds, by its reference; a draft or an ended one binds nobody", async () => {
    const { id } = await makeController(ctx);
    await makeContract(ctx, { controllerId: id, reference: "PROJET" });
    const { id: contract } = await makeContractInForce(ctx, { controllerId: id, reference: "ORV-1" });
    const archive = { id, version: 1, reason: "Marché perdu" };
    expect(await archiveController(ctx, archive)).toMatchObject({
      refusal: {
        issues: [{ key: "controller.contractsStillBind", params: { count: 1, references: "ORV-1" } }],
      },
    });
    const end = { id: contract, version: 3, event: "end", on: "2026-06-30", reason: "Marché perdu" } as const;
    valueOf(await moveContract(ctx, end));
    expect(await archiveController(ctx, archive)).toMatchObject({ ok: true });
  });

  it("waits for its records to end, then leaves the lists and can come back", async () => {
    const record = await makeRecord(ctx);
    const archive = { id: record.controllerId, version: 1, reason: "Contrat terminé" };
    expect(await archiveController(ctx, archive)).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", issues: [{ key: "controller.recordsStillOpen", params: { count: 1 } }] },
    });
    const alone = await makeController(ctx);
    expect(await archiveController(as(ctx, "editor"), { ...archive, id: alone.id })).toMatchObject({
      ok: false,
      refusal: { kind: "forbidden" },
    });
    valueOf(await archiveController(ctx, { ...archive, id: alone.id }));
    const last = await withOrg(ctx.scope, (tx) =>
      tx.controllerVersion.findFirst({ where: { controllerId: alone.id }, orderBy: { version: "desc" } }),
    );
    expect(last).toMatchObject({ change: "archived" });
    const restored = valueOf(await restoreController(ctx, { id: alone.id, version: 2 }));
    expect(restored).toMatchObject({ archivedAt: null, archiveReason: "", version: 3 });
  });
});

describe("whoever may enter the portal of an archived controller", () => {
  const archiveOf = (id: string) => ({ id, version: 1, reason: "Marché perdu" });

  async function served() {
    const { id } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId: id });
    const email = `invited-${contact.email}`;
    const input = { controllerId: id, name: "Luc Ferrand", email, role: "reader" };
    const invited = valueOf(await inviteContact(ctx, contactInviteSchema.parse(input)));
    return { id, contact, invited: { ...invited, email } };
  }
  const portalOf = async (token: string) => (await readSession(token, ctx.now))?.contacts[0];

  it("is never left there without a word", async () => {
    const { id } = await served();
    expect(await archiveController(ctx, archiveOf(id))).toMatchObject({
      refusal: {
        issues: [{ path: "contacts", key: "controller.contactsUndecided", params: { count: 2 } }],
      },
    });
  });

  it("enters no more where access is ended with it, and is told", async () => {
    const { id, contact, invited } = await served();
    valueOf(await archiveController(ctx, { ...archiveOf(id), contacts: "end" }));
    expect(await portalOf(contact.token)).toBeUndefined();
    const [told] = await lettersTo(database.ownerUrl, contact.email);
    expect(told).toMatchObject({ template: "contact-ended" });
    const { ended, letter, noted } = await withOrg(ctx.scope, async (tx) => ({
      ended: await tx.controllerContact.count({ where: { controllerId: id, endReason: "Marché perdu" } }),
      letter: await tx.outboxMail.findFirst({ where: { toAddress: invited.email } }),
      noted: await tx.journalText.count({ where: { event: "contact.ended", subjectId: invited.id } }),
    }));
    expect([ended, letter?.state, noted]).toEqual([2, "cancelled", 1]);
  });

  it("looks and binds nothing where it is kept, until the controller is served again", async () => {
    const { id, contact, invited } = await served();
    expect(await portalOf(contact.token)).toMatchObject({
      role: "signatory",
      controller: { archivedAt: null },
    });
    valueOf(await archiveController(ctx, { ...archiveOf(id), contacts: "keep" }));
    expect(await portalOf(contact.token)).toMatchObject({
      role: "reader",
      controller: { id, archivedAt: ctx.now.getTime() },
    });
    expect(await renewContact(ctx, { id: invited.id })).toMatchObject({
      refusal: { issues: [{ key: "contact.controllerArchived" }] },
    });
    valueOf(await restoreController(ctx, { id, version: 2 }));
    expect(await portalOf(contact.token)).toMatchObject({
      role: "signatory",
      controller: { archivedAt: null },
    });
  });
});

describe("what an archived controller is asked", () => {
  it("is nothing new in writing, and what it asks itself is answered", async () => {
    const record = await makeRecord(ctx);
    const controllerId = record.controllerId!;
    const contact = await makeContact(ctx, { controllerId });
    await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.update({ where: { id: record.id }, data: { state: "ended" } }),
    );
    const archive = { id: controllerId, version: 1, reason: "Marché perdu", contacts: "keep" } as const;
    valueOf(await archiveController(ctx, archive));
    const translate = {
      noun: "processing-record" as const,
      subjectId: record.id,
      text: "Où sont les données ?",
    };
    expect(await writeMessage(ctx, translate)).toMatchObject({
      refusal: { issues: [{ path: "text", key: "thread.archived" }] },
    });
    valueOf(await writeMessage(contact, translate));
    expect(await writeMessage(ctx, { ...translate, text: "Effacées le 3 mars." })).toMatchObject({
      ok: true,
    });
  });

  it("waits for no word of it in its portal any more", async () => {
    const { id, controllerId } = await makeRequest(ctx);
    const contact = await makeContact(ctx, { controllerId });
    const isAwaited = async () => {
      const row = await withOrg(contact.scope, (tx) => findAuthorisation(tx, id));
      return isOpenInPortal(row!, contact).isAwaited;
    };
    expect(await isAwaited()).toBe(true);
    await withOrg(ctx.scope, (tx) =>
      tx.controller.update({ where: { id: controllerId }, data: { archivedAt: ctx.now } }),
    );
    expect(await isAwaited()).toBe(false);
  });
});
