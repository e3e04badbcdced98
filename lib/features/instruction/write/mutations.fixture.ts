import { afterAll, beforeAll } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";

let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: MadeOrganisation;
export let foreign: MadeOrganisation;

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeAll(async () => {
    database = await freshDatabase();
    ctx = await makeOrganisation(database.ownerUrl);
    foreign = await makeOrganisation(database.ownerUrl);
  });
  afterAll(() => database.drop());
}

export const FIELDS = {
  kind: "processing",
  text: "Cessez l’écoute\r\ndes appels ",
  authorName: "Claire Vasseur",
  channel: "letter",
  receivedOn: "2026-03-03",
  receivedTime: "23:30",
  effectiveOn: "2026-03-05",
};
export const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};
export const refusedFor = (path: string, key: string) => ({
  refusal: { kind: "invalid", issues: [{ path, key }] },
});
