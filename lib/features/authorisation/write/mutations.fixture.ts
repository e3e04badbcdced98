import { afterAll, beforeAll } from "vitest";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findAuthorisation } from "@/lib/features/authorisation/read/queries";

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: MadeOrganisation;
export let foreign: MadeOrganisation;

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeAll(async () => {
    database = await freshDatabase();
    ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T09:00:00Z"));
    foreign = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T09:00:00Z"));
  });
  afterAll(() => database.drop());
}

export const on = <C extends Ctx>(of: C, instant: string): C => ({ ...of, now: new Date(instant) });
export const lastEntry = async (of: StaffCtx) => {
  const [entry] = await withOrg(of.scope, (tx) =>
    tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 1 }),
  );
  return JSON.parse(entry!.text!) as {
    event: string;
    subject: { id: string };
    after?: Record<string, unknown>;
  };
};
export const eventsOf = async (of: StaffCtx, id: string) => {
  const entries = await withOrg(of.scope, (tx) => tx.journalText.findMany({ orderBy: { seq: "asc" } }));
  return entries
    .map(({ text }) => JSON.parse(text!) as { event: string; subject: { id: string } })
    .filter(({ subject }) => subject.id === id)
    .map(({ event }) => event);
};
export const read = (of: Ctx, id: string) => withOrg(of.scope, (tx) => findAuthorisation(tx, id));
