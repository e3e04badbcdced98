import { expect, it } from "vitest";
import { holidayConfirmSchema, holidayTakeBackSchema } from "@/lib/features/holiday/schema";
import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import { findHolidayRows } from "@/lib/features/holiday/read/queries";
import { findHolidayObligations } from "@/lib/features/obligation/read/sources/holidays";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { confirmHoliday, takeBackHoliday } from "./mutations";

const database = await openDatabase();
const NOW = new Date("2027-03-10T10:00:00Z");
const made = await makeOrganisation(database.ownerUrl);
const ctx = { ...made, now: NOW };
const { id: controllerId } = await makeController(made, { legalName: "Aman Assurances", country: "MA" });

const stated = (changes: object = {}) =>
  holidayConfirmSchema.parse({
    feast: "fitr",
    year: "2027",
    days: "2027-03-11\n2027-03-10",
    announcedOn: "2027-03-09",
    announcer: "Ministère des Habous",
    ...changes,
  });
const lastOf = () => withOrg(ctx.scope, async (tx) => (await findHolidayRows(tx))[0]);
const duties = () =>
  withOrg(ctx.scope, (tx) =>
    findHolidayObligations(tx, {
      now: NOW.getTime(),
      until: "2027-12-31",
      doneSince: new Date("2027-01-01T00:00:00Z"),
      measureTitle: (code) => code,
    }),
  );

it("is asked on Today until the stewards confirm the days, with who announced them", async () => {
  expect((await duties()).map(({ about, doneAt }) => [about, doneAt])).toEqual([["fitr", null]]);
  expect(await confirmHoliday(as(ctx, "editor"), stated())).toMatchObject({ refusal: { kind: "forbidden" } });
  valueOf(await confirmHoliday(ctx, stated()));
  expect(await lastOf()).toMatchObject({
    days: ["2027-03-10", "2027-03-11"],
    announcedOn: "2027-03-09",
    announcer: "Ministère des Habous",
    authorName: ctx.actor.name,
  });
  expect((await duties()).map(({ doneAt }) => doneAt)).toEqual([NOW.getTime()]);
});

it.each([
  [{ days: "2027-03-20" }, "days", "holiday.farDay"],
  [{ days: "2027-03-13" }, "days", "holiday.farFirst"],
  [{ announcedOn: "2027-03-11" }, "announcedOn", "holiday.future"],
  [{ announcedOn: "2027-03-07" }, "announcedOn", "holiday.early"],
  [{ seen: "" }, "", "holiday.changed"],
])("refuses %j beside its field", async (changes, path, key) => {
  const seen = (await lastOf())?.id ?? "";
  expect(await confirmHoliday(ctx, stated({ seen, ...changes }))).toMatchObject({
    refusal: { kind: "invalid", issues: [{ path, key }] },
  });
});

it("is corrected by another row, which counts for console and portal, in this organisation alone", async () => {
  const seen = (await lastOf())?.id ?? "";
  const later = { ...ctx, now: new Date("2027-03-11T10:00:00Z") };
  valueOf(await confirmHoliday(later, stated({ seen, days: "11/03/2027\n12 mars 2027" })));
  const counted = [{ feast: "fitr", year: 2027, days: ["2027-03-11", "2027-03-12"] }];
  expect(await withOrg(ctx.scope, findAnnouncedHolidays)).toEqual(counted);
  const contact = await makeContact(made, { controllerId, role: "reader" });
  expect(await withOrg(contact.scope, findAnnouncedHolidays)).toEqual(counted);
  expect(await withOrg(ctx.scope, findHolidayRows)).toHaveLength(2);
  const events = await withOrg(ctx.scope, (tx) =>
    tx.journalText.findMany({ where: { noun: "holiday" }, orderBy: { seq: "asc" }, select: { event: true } }),
  );
  expect(events.map(({ event }) => event)).toEqual(["holiday.confirmed", "holiday.corrected"]);
  const foreign = await makeOrganisation(database.ownerUrl);
  expect(await withOrg(foreign.scope, findAnnouncedHolidays)).toEqual([]);
});

it("is open again once it is taken back, and before the moon could be looked for", async () => {
  const seen = (await lastOf())?.id ?? "";
  const input = holidayTakeBackSchema.parse({ feast: "fitr", year: "2027", seen });
  expect(await takeBackHoliday(as(ctx, "editor"), input)).toMatchObject({ refusal: { kind: "forbidden" } });
  const later = { ...ctx, now: new Date("2027-03-12T10:00:00Z") };
  valueOf(await takeBackHoliday(later, input));
  expect(await withOrg(ctx.scope, findAnnouncedHolidays)).toEqual([]);
  expect((await duties()).map(({ about, doneAt }) => [about, doneAt])).toEqual([["fitr", null]]);
  expect(await takeBackHoliday(later, input)).toMatchObject({
    refusal: { issues: [{ key: "holiday.changed" }] },
  });
  const again = { ...ctx, now: new Date("2027-03-13T10:00:00Z") };
  valueOf(await confirmHoliday(again, stated({ seen: (await lastOf())?.id ?? "" })));
  expect(await withOrg(ctx.scope, findAnnouncedHolidays)).toHaveLength(1);
});

it("names what is asked of a day that is no whole one", () => {
  const typed = { feast: "mawlid", year: "2026", announcedOn: "2026-08-14", announcer: "Habous" };
  const { error } = holidayConfirmSchema.safeParse({ ...typed, days: "25 et 26 août 2026" });
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["days", "holiday.wholeDay"],
  ]);
});
