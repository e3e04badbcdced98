import { describe, expect, it } from "vitest";
import { readEntry } from "@/lib/domain/journal/event";
import { countUnread, findDeliveries, findNotifications } from "@/lib/features/notification/read/queries";
import { findTargets } from "@/lib/features/notification/read/targets";
import { withOrg } from "@/lib/platform/database/transaction";
import { readerFor } from "@/lib/platform/read/reader";
import type { StaffCtx } from "@/lib/platform/request/context";
import { makeAssignment } from "@/prisma/factories/assignment";
import { makeNote } from "@/prisma/factories/internal-note";
import { makeMember } from "@/prisma/factories/member";
import { chooseDelivery, chooseKinds } from "@/prisma/factories/notification";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { readAllNotifications, readNotification } from "./mutations";

const database = await openDatabase();

const count = (ctx: StaffCtx) => countUnread(readerFor(ctx.scope), ctx);
const shownTo = async (ctx: StaffCtx, isUnread = false) => {
  const found = await findNotifications(readerFor(ctx.scope), ctx, { isUnread, take: 100 });
  return found.map(({ seq, text, isUnread: unread }) => ({
    seq,
    unread,
    event: readEntry(text)?.event,
  }));
};
const eventsOf = async (ctx: StaffCtx) => (await shownTo(ctx)).map(({ event }) => event);

async function begin() {
  const owner = await makeOrganisation(database.ownerUrl);
  const dpo = await makeMember(owner, "dpo", undefined, "Claire Martin");
  // The owner's own beginning is no matter of these tests.
  await chooseKinds(dpo);
  const controller = await makeController(owner, { legalName: "Orvelle" });
  return { owner, dpo, controllerId: controller.id };
}
const later = (ctx: StaffCtx, days: number): StaffCtx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * 24 * 60 * 60 * 1000),
});

describe("what a member is notified of", () => {
  it("is what others did since the member joined, and nothing that was the member's own", async () => {
    const { owner, dpo, controllerId } = await begin();
    await makeRightsRequest(owner, { controllerId });
    expect(await eventsOf(dpo)).toEqual(["rights-request.received"]);
    expect(await count(dpo)).toBe(1);
    expect(await eventsOf(owner)).not.toContain("rights-request.received");
    const newcomer = await makeMember(later(owner, 1), "editor");
    expect(await eventsOf(newcomer)).toEqual([]);
    expect(await count(newcomer)).toBe(0);
  });

  it("is no older than ninety days, and of no other organisation", async () => {
    const [{ owner, dpo, controllerId }, stranger] = [await begin(), await begin()];
    await makeRightsRequest(owner, { controllerId });
    expect(await count(later(dpo, 89))).toBe(1);
    expect(await count(later(dpo, 91))).toBe(0);
    expect(await eventsOf(stranger.dpo)).toEqual([]);
  });

  it("goes to the member whom an assignment or a note names, and to nobody else", async () => {
    const { owner, dpo, controllerId } = await begin();
    const editor = await makeMember(owner, "editor", undefined, "Yanis Benali");
    await makeAssignment(owner, `assignment.task ${controllerId} controller`, { member: dpo.actor.memberId });
    await makeNote(owner, { noun: "controller", id: controllerId }, "Voir avec @Claire");
    expect((await eventsOf(dpo)).toSorted()).toEqual(["assignment.given", "internal-note.written"]);
    expect(await eventsOf(editor)).not.toContain("assignment.given");
    expect(await eventsOf(editor)).not.toContain("internal-note.written");
    const entries = await findNotifications(readerFor(dpo.scope), dpo, { isUnread: true, take: 10 });
    const read = entries.flatMap(({ text }) => readEntry(text) ?? []);
    expect(await findTargets(readerFor(dpo.scope), read)).toEqual([
      `/controllers/${controllerId}`,
      `/controllers/${controllerId}`,
    ]);
  });

  it("is nothing that a role may not read", async () => {
    const { owner, controllerId } = await begin();
    await makeRightsRequest(owner, { controllerId });
    const viewer = await makeMember(owner, "viewer");
    await chooseKinds(viewer);
    expect(await count(viewer)).toBe(1);
    const asked = { isUnread: false, take: 10, kind: "proof" } as const;
    expect(await findNotifications(readerFor(viewer.scope), viewer, asked)).toEqual([]);
  });
});

describe("readNotification and readAllNotifications", () => {
  it("count one as read, once however often it is said, for that member alone", async () => {
    const { owner, dpo, controllerId } = await begin();
    const editor = await makeMember(owner, "editor");
    await chooseKinds(editor);
    await makeRightsRequest(owner, { controllerId });
    await makeRightsRequest(owner, { controllerId });
    const [last, first] = await shownTo(dpo);
    const seq = first?.seq ?? 0;
    await Promise.all([readNotification(dpo, { seq }), readNotification(dpo, { seq })]);
    expect((await shownTo(dpo, true)).map((row) => row.seq)).toEqual([last?.seq]);
    expect((await shownTo(dpo)).map(({ unread }) => unread)).toEqual([true, false]);
    expect(await count(editor)).toBe(2);
  });

  it("leave unread what came after the page was shown, and never go back", async () => {
    const { owner, dpo, controllerId } = await begin();
    await makeRightsRequest(owner, { controllerId });
    const [shown] = await shownTo(dpo);
    await makeRightsRequest(owner, { controllerId });
    valueOf(await readAllNotifications(dpo, { upTo: shown?.seq ?? 0 }));
    expect(await count(dpo)).toBe(1);
    valueOf(await readAllNotifications(dpo, { upTo: Number.MAX_SAFE_INTEGER }));
    valueOf(await readAllNotifications(dpo, { upTo: 1 }));
    expect(await count(dpo)).toBe(0);
    await makeRightsRequest(owner, { controllerId });
    expect(await count(dpo)).toBe(1);
  });

  it("write nothing in the journal", async () => {
    const { dpo } = await begin();
    const entries = () => withOrg(dpo.scope, (tx) => tx.journalEntry.count());
    const before = await entries();
    valueOf(await readAllNotifications(dpo, { upTo: before }));
    valueOf(await readNotification(dpo, { seq: before }));
    expect(await entries()).toBe(before);
  });
});

describe("chooseDeliveries", () => {
  it("neither lists nor counts a kind that a member does not want, and brings it back", async () => {
    const { owner, dpo, controllerId } = await begin();
    await makeRightsRequest(owner, { controllerId });
    await chooseDelivery(dpo, { request: "none" });
    const deliveries = await findDeliveries(readerFor(dpo.scope), dpo.actor.memberId);
    expect([deliveries.get("request"), deliveries.get("member"), deliveries.get("breach")]).toEqual([
      "none",
      "none",
      "shown",
    ]);
    expect([await count(dpo), await eventsOf(dpo)]).toEqual([0, []]);
    await chooseKinds(dpo);
    expect(await count(dpo)).toBe(1);
  });
});
