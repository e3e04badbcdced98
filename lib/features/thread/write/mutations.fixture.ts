import { afterAll, beforeAll } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: MadeOrganisation;
export let foreign: MadeOrganisation;

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeAll(async () => {
    database = await freshDatabase();
    ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
    foreign = await makeOrganisation(database.ownerUrl);
  });
  afterAll(() => database.drop());
}

export const at = <C extends { now: Date }>(who: C, hour: string): C => ({
  ...who,
  now: new Date(`2026-11-24T${hour}:00Z`),
});
export const stored = (id: string) =>
  withOrg(ctx.scope, (tx) => tx.thread.findUniqueOrThrow({ where: { id } }));
export const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
  return JSON.parse(row!.text!);
};

export async function begin() {
  const record = await makeActiveRecord(ctx);
  return { record, contact: await makeContact(ctx, { controllerId: record.controllerId!, role: "reader" }) };
}
