import { expect, it } from "vitest";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { withOrg } from "@/lib/platform/database/transaction";
import { openSession } from "@/lib/platform/request/session-store";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";
import { noteForeignAddress } from "./foreign-address";

const database = await openDatabase();
const [ctx, foreign] = [await makeOrganisation(database.ownerUrl), await makeOrganisation(database.ownerUrl)];
const DEVICE = { userAgent: "Navigateur", address: "203.0.113.9" };
const ROW = "0197f0a0-0000-7000-8000-000000000001";
const token = await openSession(ctx.actor.personId, DEVICE, ctx.now);

const note = (url: string, cookie = `a=b; ${SESSION_COOKIE}=${token}`) =>
  noteForeignAddress(
    { url, headers: { cookie, "user-agent": "Navigateur", "x-forwarded-for": "203.0.113.9" } },
    ctx.now,
  );

const refusals = (of: typeof ctx) =>
  withOrg(of.scope, (tx) =>
    tx.journalText.findMany({ where: { event: { startsWith: "access.refus" } }, orderBy: { seq: "asc" } }),
  );

it("notes in the member's own journal which row of nobody it asked for, a page or a file", async () => {
  await note(`/${ctx.slug}/contracts/${ROW}?tab=x`);
  await note(`/api/files/${ctx.slug}/${ROW}`);
  const entries = (await refusals(ctx)).map(({ text }) => JSON.parse(text!));
  expect(entries).toMatchObject([
    {
      actor: { id: ctx.actor.memberId },
      subject: { noun: "organisation", id: ROW, label: `/${ctx.slug}/contracts/${ROW}` },
      after: DEVICE,
    },
    { subject: { id: ROW, label: `/api/files/${ctx.slug}/${ROW}` } },
  ]);
});

it("notes nothing of an address without a row, of a portal, or of nobody signed in", async () => {
  const before = (await refusals(ctx)).length;
  const contact = await makeContact(ctx);
  for (const url of [`/${ctx.slug}/nothing`, `/portal/${ROW}`, `/api/portal/${ROW}/documents`])
    await note(url);
  await note(`/${ctx.slug}/contracts/${ROW}`, "");
  await note(`/${ctx.slug}/contracts/${ROW}`, `${SESSION_COOKIE}=${contact.token}x`);
  expect(await refusals(ctx)).toHaveLength(before);
});

it("writes nothing into another organisation's journal, and counts what goes beyond a person's allowance", async () => {
  await note(`/${foreign.slug}/contracts/${ROW}`);
  expect(await refusals(foreign)).toEqual([]);
  for (let at = 0; at < 40; at += 1) await note(`/${ctx.slug}/contracts/${ROW}`);
  const events = (await refusals(ctx)).map(({ event }) => event);
  expect(events.length).toBeLessThan(32);
  expect(events.at(-1)).toBe("access.refusals-counted");
});
