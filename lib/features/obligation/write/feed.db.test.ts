import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authClient } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { breachBeginSchema, controllerPlaceSchema } from "@/lib/features/breach/schema";
import { beginBreach, placeController } from "@/lib/features/breach/write/mutations";
import { insertNoticeFact } from "@/lib/features/breach-notice/write/rows";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { makeInvitation } from "@/prisma/factories/invitation";
import { makeMeasure } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findOwnFeed } from "@/lib/features/obligation/read/feed";
import type { FeedQuery } from "@/lib/features/obligation/schema";
import { removeView, saveView } from "@/lib/features/saved-view/write/mutations";
import type { StaffCtx } from "@/lib/platform/request/context";
import { readCsv } from "@/lib/platform/sheets/csv";
import { makeMember } from "@/prisma/factories/member";
import { createFeed, revokeFeed } from "./feed";
import { serveFeed } from "./serve-feed";

const NOW = new Date("2026-11-24T10:00:00Z");
const DEVICE = { userAgent: "Thunderbird/140", address: "192.0.2.7" };
let database: Awaited<ReturnType<typeof freshDatabase>>;
let own: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl, undefined, NOW);
  const { id: controllerId } = await makeController(own, {
    legalName: "Crédit Rhône-Étésien, Services & Cie",
  });
  const contract = await makeContractInForce(own, { reference: "C-1; été", controllerId });
  await fillSection(own, contract, "term", { endsOn: "2027-01-31" });
  await makeMeasure(own, { title: "عزل الشبكات", reviewOn: "2026-12" });
  await makeInvitation(own);
});
afterAll(() => database.drop());

const make = async (ctx: StaffCtx = own) => valueOf(await createFeed(ctx)).address;
const WHOLE = { view: "", as: "calendar" } as const;
const read = (address: string, now = NOW, query: FeedQuery = WHOLE) =>
  serveFeed(address.slice(address.lastIndexOf("/") + 1), { device: DEVICE, now, query });
async function textOf(address: string, now = NOW): Promise<string> {
  const served = await read(address, now);
  if (served.kind !== "calendar") throw new Error(`The calendar was refused: ${served.kind}.`);
  return served.text;
}
const parse = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsOf = (text: string) =>
  parse(text)
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event));

/** A client whose contract gives us 24 hours. */
async function makeAgreedController(ctx: MadeOrganisation, legalName: string): Promise<string> {
  const { id: controllerId } = await makeController(ctx, { legalName });
  const contract = await makeContractInForce(ctx, { controllerId });
  await fillSection(ctx, contract, "terms", { breachNoticeHours: "24" });
  return controllerId;
}

type Placed = { row?: { id: string; version: number }; place?: string };

async function placeInBreach(
  ctx: MadeOrganisation,
  controllerIds: readonly string[],
  { row, place = "controller-confirmed" }: Placed = {},
) {
  const zero = { what: "Copie d’une sauvegarde", awareness: "aware", on: "2026-11-24", time: "09:40" };
  let placed = row ?? valueOf(await beginBreach(ctx, breachBeginSchema.parse(zero)));
  for (const controllerId of controllerIds) {
    const input = { id: placed.id, version: placed.version, controllerId, place, reason: "Base de test" };
    placed = valueOf(await placeController(ctx, controllerPlaceSchema.parse(input)));
  }
  return placed;
}

/** Clocks in hours of a calendar, as a parser reads them, in the order of their identities. */
async function clocksIn(address: string) {
  return eventsOf(await textOf(address))
    .filter(({ uid }) => uid.startsWith("breach.tell-in-hours-"))
    .toSorted((one, other) => one.uid.localeCompare(other.uid))
    .map(({ uid, sequence, startDate, component }) => ({
      uid,
      sequence,
      start: startDate.toString(),
      status: component.getFirstPropertyValue("status"),
      alarms: component
        .getAllSubcomponents("valarm")
        .map((alarm) => String(alarm.getFirstPropertyValue("trigger"))),
    }));
}

describe("the calendar that a program is given", () => {
  it("is read by a parser: days as days, instants in UTC, words as they are", async () => {
    const text = await textOf(await make());
    const lines = text.split("\r\n");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const calendar = parse(text);
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstProperty("method")).toBeNull();
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toContain("Échéances");
    expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
    const events = eventsOf(text);
    const end = events.find(({ uid }) => uid.startsWith("contract.end-"));
    expect(end?.startDate.isDate).toBe(true);
    expect(end?.startDate.toString()).toBe("2027-01-31");
    expect(end?.summary).toContain("C-1; été");
    expect(end?.summary).toContain("Crédit Rhône-Étésien, Services & Cie");
    expect(end?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(end?.component.getFirstProperty("rrule")).toBeNull();
    const invitation = events.find(({ uid }) => uid.startsWith("invitation.expiry-"));
    expect(invitation?.startDate.isDate).toBe(false);
    expect(invitation?.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    expect(events.some(({ summary }) => summary.includes("عزل الشبكات"))).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it("is the same twice, and has a later number where a date moved", async () => {
    const address = await make();
    const before = await textOf(address);
    expect(await textOf(address)).toBe(before);
    const measure = await withOrg(own.scope, (tx) => tx.measure.findFirstOrThrow());
    const moved = { reviewOn: "2027-02", version: measure.version + 1 };
    await withOrg(own.scope, (tx) => tx.measure.update({ where: { id: measure.id }, data: moved }));
    const numberOf = (text: string) => {
      const event = eventsOf(text).find(({ uid }) => uid.startsWith("measure.review-"));
      return { uid: event?.uid, sequence: event?.sequence ?? 0, day: event?.startDate.toString() };
    };
    const [old, fresh] = [numberOf(before), numberOf(await textOf(address))];
    expect(fresh).toMatchObject({ uid: old.uid, day: "2027-02-28" });
    expect(fresh.sequence).toBeGreaterThan(old.sequence);
  });

  it("cancels under the same identity what was met or is not owed any more, with a later number", async () => {
    const ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
    const address = await make(ctx);
    const told = await makeAgreedController(ctx, "Orvelle SAS");
    const aside = await makeAgreedController(ctx, "Lumen");
    const row = await placeInBreach(ctx, [told, aside]);
    const before = await clocksIn(address);
    expect(before.map(({ status }) => status)).toEqual(["CONFIRMED", "CONFIRMED"]);
    expect(before.map(({ start }) => start)).toEqual(["2026-11-25T09:40:00Z", "2026-11-25T09:40:00Z"]);
    expect(before[0]?.alarms).toEqual(["-P3D", "-P2D", "-P1D", "-PT12H", "-PT4H", "-PT1H", "PT0S"]);

    await withOrg(ctx.scope, (tx) =>
      insertNoticeFact(tx, ctx, {
        breachId: row.id,
        controllerId: told,
        noticeId: null,
        kind: "call-made",
        at: NOW,
      }),
    );
    await placeInBreach(ctx, [aside], { row, place: "controller-set-aside" });
    const after = await clocksIn(address);
    expect(after.map(({ status }) => status)).toEqual(["CANCELLED", "CANCELLED"]);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    for (const [index, { sequence, alarms }] of after.entries()) {
      expect(sequence).toBeGreaterThan(before[index]!.sequence);
      expect(alarms).toEqual([]);
    }
  });

  it("is in the member's language, and holds what their role may see", async () => {
    const address = await make();
    const { personId, memberId } = own.actor;
    await authClient().person.update({ where: { id: personId }, data: { locale: "ar" } });
    await withOrg(own.scope, (tx) => tx.member.update({ where: { id: memberId }, data: { role: "viewer" } }));
    const text = await textOf(address);
    expect(parse(text).getFirstPropertyValue("x-wr-calname")).toContain("آجال");
    expect(eventsOf(text).map(({ uid }) => uid.split("-")[0])).not.toContain("invitation.expiry");
    await withOrg(own.scope, (tx) => tx.member.update({ where: { id: memberId }, data: { role: "owner" } }));
    await authClient().person.update({ where: { id: personId }, data: { locale: "fr" } });
  });
});

describe("the address of a saved view", () => {
  const save = async (ctx: MadeOrganisation, query: string, isShared: boolean) =>
    valueOf(await saveView(ctx, { list: "obligations", name: query, query, isShared })).id;
  const served = (address: string, view: string, as: FeedQuery["as"] = "calendar") =>
    read(address, NOW, { view, as });
  const uidsIn = async (address: string, view: string) => {
    const answer = await served(address, view);
    return "text" in answer ? eventsOf(answer.text).map(({ uid }) => uid.split("-")[0]) : answer.kind;
  };

  it("gives the dates of its filters alone, as a calendar or as a table", async () => {
    const address = await make();
    const whole = eventsOf(await textOf(address)).map(({ uid }) => uid.split("-")[0]);
    const measures = await save(own, "noun=measure", true);
    expect(await uidsIn(address, measures)).toEqual(["measure.review"]);
    expect(new Set(whole).size).toBeGreaterThan(1);
    const table = await served(address, measures, "csv");
    const rows = "text" in table ? readCsv(Buffer.from(table.text)) : null;
    expect(rows).toMatchObject({ ok: true });
    expect(JSON.stringify(rows)).toContain("عزل الشبكات");
    expect(JSON.stringify(rows)).not.toContain("C-1; été");
    const mine = await save(own, "whose=mine", true);
    expect(await uidsIn(address, mine)).toEqual([]);
  });

  it("answers nobody who is not shown the view, and nothing once it is removed", async () => {
    const colleague = await makeMember(own, "editor");
    const secret = await save(own, "noun=contract", false);
    const theirs = await make(colleague);
    expect(await served(theirs, secret)).toEqual({ kind: "unknown" });
    const address = await make();
    expect(await served(address, secret)).toMatchObject({ kind: "calendar" });
    valueOf(await removeView(own, { id: secret, seen: 1 }));
    expect(await served(address, secret)).toEqual({ kind: "unknown" });
    const transfers = await saveView(own, { list: "transfers", name: "T", query: "q=x", isShared: true });
    expect(await served(address, valueOf(transfers).id)).toEqual({ kind: "unknown" });
  });
});

describe("the secret address", () => {
  it("is nowhere in the database, and answers no more once another stands in its place", async () => {
    const first = await make();
    const second = await make();
    expect(await read(first)).toEqual({ kind: "unknown" });
    expect(await read(second)).toMatchObject({ kind: "calendar" });
    valueOf(await revokeFeed(own));
    expect(await read(second)).toEqual({ kind: "unknown" });
    expect(await read("https://amana.example/api/calendar/guessed")).toEqual({ kind: "unknown" });
    const events = await withOrg(own.scope, (tx) =>
      tx.journalText.findMany({
        where: { event: { startsWith: "obligation.feed-" } },
        select: { event: true },
      }),
    );
    expect(new Set(events.map(({ event }) => event))).toEqual(
      new Set(["obligation.feed-created", "obligation.feed-renewed", "obligation.feed-revoked"]),
    );
  });

  it("shows its own organisation alone, and answers a member who left with nothing", async () => {
    const foreign = await makeOrganisation(database.ownerUrl, undefined, NOW);
    const theirs = await make(foreign);
    expect(eventsOf(await textOf(theirs))).toEqual([]);
    await withOrg(foreign.scope, (tx) => tx.member.updateMany({ data: { endedAt: NOW } }));
    expect(await read(theirs)).toEqual({ kind: "unknown" });
    await expect(withOrg(foreign.scope, (tx) => tx.calendarFeed.count())).resolves.toBe(1);
    expect(
      await withOrg(own.scope, (tx) => tx.calendarFeed.count({ where: { orgId: foreign.scope.org } })),
    ).toBe(0);
  });

  it("counts who read it, and answers a program that asks without end with a pause", async () => {
    const address = await make();
    await read(address);
    const feed = await withOrg(own.scope, (tx) => findOwnFeed(tx, own.actor.memberId));
    expect(feed?.reads).toMatchObject([{ ...DEVICE, count: 1, day: "2026-11-24" }]);
    const later = new Date(NOW.getTime() + 2 * 3_600_000);
    const kinds: string[] = [];
    for (let count = 0; count < 62; count += 1) kinds.push((await read(address, later)).kind);
    expect(kinds.slice(0, 60).every((kind) => kind === "calendar")).toBe(true);
    expect(kinds.slice(60)).toEqual(["too-many", "too-many"]);
  });
});
