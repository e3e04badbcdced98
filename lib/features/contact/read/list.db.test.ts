import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTACT_STATES, contactStatus } from "@/lib/domain/contact/status";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { endContact, inviteContact } from "@/lib/features/contact/write/mutations";
import { contactQuerySchema, countContacts, findContactPage } from "./list";
import { contactInviteSchema } from "@/lib/features/contact/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
const NOW = new Date("2026-11-26T10:00:00Z");
const on = (day: string): MadeOrganisation => ({ ...ctx, now: new Date(`${day}T10:00:00Z`) });

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-06-01T10:00:00Z"));
  const { id: voltiris } = await makeController(ctx, { legalName: "Voltiris" });
  const { id: orvelle } = await makeController(ctx, { legalName: "Élan Orvelle" });
  await makeContact(ctx, { controllerId: voltiris, name: "Awa Dridi" });
  await makeContact(ctx, { controllerId: orvelle, name: "Zoé Lemaire" });
  await makeContact(ctx, { controllerId: orvelle, name: "Éric Balland" });
  const left = await makeContact(ctx, { controllerId: voltiris, name: "Paul Renard" });
  valueOf(await endContact(on("2026-07-01"), { id: left.actor.contactId, reason: "A quitté la société" }));
  await invite("2026-11-20", voltiris, "Nora Attal");
  await invite("2026-10-27", voltiris, "Luc Perrin");
});
afterAll(() => database.drop());

async function invite(day: string, controllerId: string, name: string) {
  const email = `${name.split(" ")[0]!.toLowerCase()}@voltiris.example`;
  const stated = { controllerId, name, email, role: "reader", language: "fr" };
  valueOf(await inviteContact(on(day), contactInviteSchema.parse(stated)));
}

const page = (search: Record<string, string> = {}, of = ctx) =>
  withOrg(of.scope, (tx) => findContactPage(tx, contactQuerySchema.parse(search), NOW));
const names = async (view: string) => (await page({ view })).rows.map(({ name }) => name);

describe("the list of all contacts", () => {
  it.each([
    ["active", ["Éric Balland", "Zoé Lemaire", "Awa Dridi"]],
    ["invited", ["Nora Attal"]],
    ["lapsed", ["Luc Perrin"]],
    ["ended", ["Paul Renard"]],
    ["nonsense", ["Éric Balland", "Zoé Lemaire", "Awa Dridi"]],
  ])("shows who is %s, by controller and name", async (view, expected) =>
    expect(await names(view)).toEqual(expected),
  );

  it("holds in each view those whom the rule says stand so, and counts them", async () => {
    const counts = await withOrg(ctx.scope, (tx) => countContacts(tx, NOW));
    for (const view of CONTACT_STATES) {
      const { rows } = await page({ view });
      for (const row of rows) expect(contactStatus(row, NOW)).toBe(view);
      expect(counts[view]).toBe(rows.length);
    }
  });

  it("goes on after the last row of a page", async () => {
    const many = await makeOrganisation(database.ownerUrl);
    const { id: controllerId } = await makeController(many, { legalName: "Voltiris" });
    for (let n = 0; n <= PAGE_SIZE; n += 1)
      await makeContact(many, { controllerId, name: `Contact ${n % 7}` });
    const first = await page({}, many);
    const second = await page({ after: first.next! }, many);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([PAGE_SIZE, 1, null]);
    expect(first.rows.map(({ id }) => id)).not.toContain(second.rows[0]!.id);
  });

  it("is of one organisation", async () =>
    expect((await page({}, await makeOrganisation(database.ownerUrl))).rows).toEqual([]));
});
