import { afterAll, beforeAll, expect } from "vitest";
import { breachBeginSchema, factAddSchema } from "@/lib/features/breach/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { addFact, beginBreach } from "./mutations";

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: MadeOrganisation;
export let foreign: MadeOrganisation;
export let orvelle: string;

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeAll(async () => {
    database = await freshDatabase();
    ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T16:42:00Z"));
    foreign = await makeOrganisation(database.ownerUrl);
    orvelle = (await makeController(ctx, { legalName: "Orvelle Énergie" })).id;
  });
  afterAll(() => database.drop());
}

export const HOUR_ZERO = {
  what: "Export d’appels envoyé au mauvais destinataire",
  awareness: "aware",
  on: "2026-11-24",
  time: "09:40",
  reporter: "Y. Alaoui",
  touched: "Client Orvelle Énergie",
};
export const begin = async (stated: object = {}, by = ctx) =>
  valueOf(await beginBreach(by, breachBeginSchema.parse({ ...HOUR_ZERO, ...stated })));
export const add = (row: { id: string; version: number }, kind: string, stated: object = {}, by = ctx) =>
  addFact(by, factAddSchema.parse({ id: row.id, version: row.version, kind, ...stated }));
export const events = async (id: string) => {
  const rows = await withOrg(ctx.scope, (tx) => tx.journalText.findMany({ orderBy: { seq: "asc" } }));
  return rows
    .map(({ text }) => JSON.parse(text!) as { event: string; subject: { id: string } })
    .filter(({ subject }) => subject.id === id)
    .map(({ event }) => event);
};
export const refused = (path: string, key: string) =>
  expect.objectContaining({
    refusal: expect.objectContaining({ kind: "invalid", issues: [expect.objectContaining({ path, key })] }),
  });
