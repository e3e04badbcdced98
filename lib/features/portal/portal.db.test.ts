import { describe, expect, it } from "vitest";
import { journalForgedAddress, journalForgedSubject } from "@/lib/platform/access/denied-access";
import { readSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { recordVisit } from "@/lib/platform/access/visits";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";
import { findOwnContact } from "@/lib/features/portal/read/queries";
import { changeOwnLanguage } from "@/lib/features/portal/write/mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const journal = () =>
  withOrg(ctx.scope, (tx) =>
    tx.journalText.findMany({
      orderBy: { seq: "desc" },
      select: { event: true, noun: true, subjectId: true },
    }),
  );

describe("a contact's session", () => {
  it("opens the portals of its person, and no console", async () => {
    const { actor, token } = await makeContact(ctx, { role: "reader" });
    const elsewhere = await makeOrganisation(database.ownerUrl);
    const other = await makeContact(elsewhere, { personId: actor.personId });
    const signedIn = await readSession(token, ctx.now);
    expect(signedIn?.memberships).toEqual([]);
    expect(signedIn?.contacts.map(({ id, role }) => [id, role]).sort()).toEqual(
      [
        [actor.contactId, "reader"],
        [other.actor.contactId, "signatory"],
      ].sort(),
    );
  });

  it("opens nothing once the contact has ended", async () => {
    const { actor, token } = await makeContact(ctx);
    await withOrg(ctx.scope, (tx) =>
      tx.controllerContact.update({
        where: { id: actor.contactId },
        data: { endedAt: ctx.now, endReason: "Départ" },
      }),
    );
    expect((await readSession(token, ctx.now))?.contacts).toEqual([]);
  });

  it("names the controller as it is called now", async () => {
    const { actor, token } = await makeContact(ctx);
    await withOrg(ctx.scope, (tx) =>
      tx.controller.update({ where: { id: actor.controllerId }, data: { legalName: "Voltiris SA" } }),
    );
    expect((await readSession(token, ctx.now))?.contacts[0]?.controller.name).toBe("Voltiris SA");
  });
});

describe("a visit", () => {
  it("is one per session, and remembers the one before", async () => {
    const { actor, token } = await makeContact(ctx);
    const [first, second] = [new Date("2026-11-20T09:00:00Z"), new Date("2026-11-25T09:00:00Z")];
    const signedIn = (await readSession(token, ctx.now))!;
    const visitsOf = () =>
      withOrg(ctx.scope, (tx) =>
        tx.controllerContact.findUnique({
          where: { id: actor.contactId },
          select: { lastVisitAt: true, previousVisitAt: true },
        }),
      );
    await recordVisit(signedIn, actor.contactId, first);
    await recordVisit(signedIn, actor.contactId, second);
    expect(await visitsOf()).toEqual({ lastVisitAt: first, previousVisitAt: null });
    expect((await readSession(token, ctx.now))?.contacts[0]?.isVisit).toBe(true);
    await recordVisit({ ...signedIn, sessionId: actor.contactId }, actor.contactId, second);
    expect(await visitsOf()).toEqual({ lastVisitAt: second, previousVisitAt: first });
  });

  it("is never noted on somebody else's line", async () => {
    const [mine, theirs] = [await makeContact(ctx), await makeContact(ctx)];
    const signedIn = (await readSession(mine.token, ctx.now))!;
    await recordVisit(signedIn, theirs.actor.contactId, ctx.now);
    expect((await readSession(theirs.token, ctx.now))?.contacts[0]?.isVisit).toBe(false);
  });
});

describe("the language of letters", () => {
  it("is the contact's own to choose, and journalled", async () => {
    const contact = await makeContact(ctx, { role: "reader" });
    expect(await changeOwnLanguage(contact, { language: "ar" })).toMatchObject({ ok: true });
    const own = await withOrg(contact.scope, (tx) => findOwnContact(tx, contact.actor.contactId));
    expect(own).toMatchObject({ language: "ar" });
    expect((await journal())[0]).toEqual({
      event: "contact.updated",
      noun: "contact",
      subjectId: contact.actor.contactId,
    });
  });
});

describe("what is asked for and is not one's own", () => {
  it("stands in the journal of the organisation that it was asked of", async () => {
    const contact = await makeContact(ctx);
    await journalForgedSubject(contact, "processing-record", "0197f0a0-0000-7000-8000-000000000000");
    expect((await journal())[0]).toEqual({
      event: "access.refused",
      noun: "processing-record",
      subjectId: "0197f0a0-0000-7000-8000-000000000000",
    });
  });

  it("stands in the platform's where no organisation is concerned, and not without end", async () => {
    const { actor, device } = await makeContact(ctx);
    const before = (await journal()).length;
    for (let at = 0; at < 3; at += 1)
      await journalForgedAddress(actor.personId, { noun: "contact", id: "forged" }, device, ctx.now);
    expect(await journal()).toHaveLength(before);
  });

  it("stands there too after thirty looks for what can be no id, and says when it is only counted", async () => {
    const contact = await makeContact(ctx);
    const other = (at: number) => `0197f0a0-0000-7000-8000-${String(at).padStart(12, "0")}`;
    const before = (await journal()).length;
    for (let at = 0; at < 30; at += 1) await journalForgedSubject(contact, "processing-record", `\0 ${at}`);
    await journalForgedSubject(contact, "processing-record", other(0));
    const entries = (await journal()).slice(0, (await journal()).length - before);
    expect(entries).toHaveLength(7);
    expect(entries[0]).toMatchObject({ event: "access.refused", subjectId: other(0) });
    expect(entries[1]).toMatchObject({ event: "access.refusals-counted", subjectId: "\uFFFD 5" });

    for (let at = 1; at < 60; at += 1) await journalForgedSubject(contact, "processing-record", other(at));
    const [last, thirtieth] = await journal();
    expect(last).toMatchObject({ event: "access.refusals-counted", subjectId: other(30) });
    expect(thirtieth).toMatchObject({ event: "access.refused", subjectId: other(29) });
  });
});
