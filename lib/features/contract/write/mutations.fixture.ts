import { afterAll, beforeAll } from "vitest";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { contractSectionSchema } from "@/lib/features/contract/schema";

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: MadeOrganisation;
export let foreign: MadeOrganisation;

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeAll(async () => {
    registerFollowers();
    database = await freshDatabase();
    ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
    foreign = await makeOrganisation(database.ownerUrl);
  });
  afterAll(() => database.drop());
}

export const stored = (id: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.contract.findUniqueOrThrow({ where: { id }, include: { instructors: true } }),
  );
export const versions = (contractId: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.contractVersion.findMany({ where: { contractId }, orderBy: { version: "asc" } }),
  );
export const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
  return JSON.parse(row!.text!);
};
export const refused = (path: string, key: string) => ({
  ok: false,
  refusal: { kind: "invalid", issues: [{ path, key }] },
});
export const section = (contract: { id: string; version: number }, name: string, stated: object) =>
  contractSectionSchema.parse({ id: contract.id, version: contract.version, section: name, ...stated });
