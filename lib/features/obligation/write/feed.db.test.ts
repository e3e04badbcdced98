import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authClient, closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { makeInvitation } from "@/prisma/factories/invitation";
import { makeMeasure } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findOwnFeed } from "@/lib/features/obligation/read/feed";
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
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const make = async (ctx = own) => valueOf(await createFeed(ctx)).address;
const read = (address: string, now = NOW) =>
  serveFeed(address.slice(address.lastIndexOf("/") + 1), { device: DEVICE, now });
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
