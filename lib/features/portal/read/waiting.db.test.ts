import { describe, expect, it } from "vitest";
import { WAITING_NOUNS } from "@/lib/domain/nouns/waiting";
import { acknowledgeNotice } from "@/lib/features/breach-notice/write/receipts";
import { stateOwnNotification } from "@/lib/features/breach-notice/write/own-notification";
import { insertNoticeFact } from "@/lib/features/breach-notice/write/rows";
import { findToldIncidents } from "@/lib/features/breach-notice/read/portal-proofs";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { todayIn } from "@/lib/domain/time/zones";
import { ownNotificationSchema } from "@/lib/features/breach-notice/schema";
import { recordAccess } from "@/lib/platform/access/access-log";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { makeSentNotice, makeWaiting } from "@/prisma/factories/waiting";
import { openDatabase } from "@/scripts/test/open-database";
import { findWaiting } from "./waiting";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const ownPeople = () => findOwnPeople(ctx.scope.org);
async function waitingFor(contact: MadeContact) {
  const own = await ownPeople();
  return withOrg(contact.scope, (tx) => findWaiting(tx, { ctx: contact, own }));
}

describe("the portal's home", () => {
  it.each(WAITING_NOUNS)("shows a %s that waits, to its own contact alone", async (noun) => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    expect(await waitingFor(contact)).toEqual([]);
    const id = await makeWaiting[noun](ctx, controllerId);
    expect(await waitingFor(contact)).toMatchObject([{ noun, id }]);
    expect(await waitingFor(await makeContact(ctx))).toEqual([]);
  });

  it("begins with what ends first, and drops what was answered", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    for (const noun of WAITING_NOUNS) await makeWaiting[noun](ctx, controllerId);
    const notice = (await waitingFor(contact)).find(({ noun }) => noun === "breach-notice")!;
    expect(notice).toMatchObject({ step: "acknowledge", due: null });
    // Named by a date, never by the number of its notice alone.
    expect(notice!.incident!.at).toBeGreaterThan(0);
    await withOrg(contact.scope, (tx) =>
      recordAccess(tx, contact, { noun: "breach-notice", id: notice.id, label: "1" }),
    );
    const rows = await waitingFor(contact);
    // The request was received in January: its month is over, and comes before the 72 hours.
    expect(rows.slice(0, 2)).toMatchObject([
      { noun: "rights-request" },
      { noun: "breach-notice", due: contact.now.getTime() + 72 * 3_600_000 },
    ]);
    expect(new Set(rows.map(({ noun }) => noun))).toEqual(new Set(WAITING_NOUNS));
    valueOf(await acknowledgeNotice(contact, { id: notice.id }));
    const kept = (await waitingFor(contact)).filter(({ noun }) => noun === "breach-notice");
    expect(kept).toMatchObject([{ id: notice.id, step: "authority" }]);
  });

  it("shows a request as its list does: until the person was answered, or could not be reached", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    const passOn = async () => {
      const made = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "" });
      return stepRightsRequest(ctx, made, "relayed", { means: "telephone" });
    };
    const answered = { answeredBy: "controller", answerMeans: "telephone", answer: "action-taken" };
    await stepRightsRequest(ctx, await passOn(), "answered", answered);
    const notReachedReason = "Aucune adresse n’a été laissée";
    const tried = { triedBy: "controller", tried: ["no-address"], notReachedReason };
    await stepRightsRequest(ctx, await passOn(), "not-reached", tried);
    const refused = await stepRightsRequest(ctx, await passOn(), "refused", { ground: "excessive" });
    expect(await waitingFor(contact)).toMatchObject([{ noun: "rights-request", id: refused.id }]);
  });

  it("ends a request where its list does: by the clear days too, and a refusal by the first month", async () => {
    const lastDayOf = async (country: string, rights: string, events: string[]) => {
      const { id: controllerId } = await makeController(ctx, { country });
      const contact = await makeContact(ctx, { controllerId });
      const made = await makeRightsRequest(ctx, { controllerId, rights });
      let row = await stepRightsRequest(ctx, made, "relayed", { means: "telephone" });
      for (const event of events)
        row = await stepRightsRequest(ctx, row, event, event === "refused" ? { ground: "excessive" } : {});
      const [waiting] = await waitingFor(contact);
      return waiting?.due == null ? null : todayIn("Europe/Paris", waiting.due);
    };
    // Received on Monday 5 January 2026: law 09-08 counts ten clear days for rectification.
    expect(await lastDayOf("MA", "rectification", [])).toBe("2026-01-16");
    expect(await lastDayOf("FR", "access", [])).toBe("2026-02-05");
    expect(await lastDayOf("FR", "access", ["extension-announced"])).toBe("2026-04-07");
    expect(await lastDayOf("FR", "access", ["extension-announced", "refused"])).toBe("2026-02-05");
  });

  it("keeps the controller's own hours after the acknowledgement, until it tells what it did", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    const id = await makeSentNotice(ctx, controllerId);
    await withOrg(contact.scope, (tx) =>
      recordAccess(tx, contact, { noun: "breach-notice", id, label: "1" }),
    );
    valueOf(await acknowledgeNotice(contact, { id }));
    const due = contact.now.getTime() + 72 * 3_600_000;
    expect(await waitingFor(contact)).toMatchObject([{ id, step: "authority", due }]);
    const today = todayIn("Europe/Paris", contact.now.getTime());
    const state = async (day: string, time: string) => {
      const stated = { id, kind: "authority-stated", answer: "decided-not", day, time, note: "Aucun risque" };
      valueOf(await stateOwnNotification(contact, ownNotificationSchema.parse(stated)));
    };
    // Decided before anybody knew of it: of another breach, or dated wrongly.
    await state(addDaysToDay(today, -1), "00:00");
    expect(await waitingFor(contact)).toMatchObject([{ id, step: "authority", due }]);
    const clock = { timeZone: "Europe/Paris", hour: "2-digit", minute: "2-digit" } as const;
    await state(today, contact.now.toLocaleTimeString("fr-FR", clock));
    expect(await waitingFor(contact)).toEqual([]);
  });

  it("says what was told by telephone before any notice, by whom and to whom, and no drill", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    for (const isDrill of [true, false]) {
      const { breachId, parts } = await makeBreachFile(ctx, { controllerIds: [controllerId], isDrill });
      const value = { who: "Yann Le Guellec", source: "" };
      await withOrg(ctx.scope, (tx) =>
        insertNoticeFact(tx, ctx, {
          breachId,
          controllerId,
          noticeId: null,
          kind: "call-made",
          at: ctx.now,
          value,
        }),
      );
      const rows = await waitingFor(contact);
      if (isDrill) expect(rows).toEqual([]);
      else
        expect(rows).toMatchObject([
          {
            id: parts[0]!.partId,
            step: "told",
            due: ctx.now.getTime() + 72 * 3_600_000,
            incident: { at: ctx.now.getTime(), natures: [] },
          },
        ]);
    }
    const own = await findOwnPeople(ctx.scope.org);
    const told = await withOrg(contact.scope, (tx) => findToldIncidents(tx, [], own));
    expect(told).toMatchObject([
      { controllerId, call: { by: ctx.actor.name, to: "Yann Le Guellec" }, isRectified: false },
    ]);
    const other = await makeContact(ctx);
    expect(await withOrg(other.scope, (tx) => findToldIncidents(tx, [], own))).toEqual([]);
  });

  it("says a rectification by telephone alone until it is opened, and what was told until it is made", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    const { breachId, parts } = await makeBreachFile(ctx, { controllerIds: [controllerId] });
    const { partId } = parts[0]!;
    const call = (kind: string, at: Date) =>
      withOrg(ctx.scope, (tx) =>
        insertNoticeFact(tx, ctx, {
          breachId,
          controllerId,
          noticeId: null,
          kind,
          at,
          value: { who: "Yann", source: "" },
        }),
      );
    await call("call-made", new Date(ctx.now.getTime() - 60 * 60_000));
    await withOrg(ctx.scope, (tx) =>
      tx.breachController.updateMany({ where: { id: partId }, data: { status: "set-aside" } }),
    );
    expect(await waitingFor(contact)).toMatchObject([{ id: partId, step: "told" }]);
    const rectifiedAt = new Date(ctx.now.getTime() - 30 * 60_000);
    await call("call-rectified", rectifiedAt);
    expect(await waitingFor(contact)).toMatchObject([
      { id: partId, step: "rectified", due: null, incident: { at: rectifiedAt.getTime() } },
    ]);
    await withOrg(contact.scope, (tx) =>
      recordAccess(tx, contact, { noun: "breach-notice", id: partId, label: "" }),
    );
    expect(await waitingFor(contact)).toEqual([]);
    const colleague = await makeContact(ctx, { controllerId, email: "autre@client.example" });
    expect(await waitingFor(colleague)).toMatchObject([{ id: partId, step: "rectified" }]);
  });
});
