import { afterAll, beforeAll, beforeEach } from "vitest";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findRun } from "@/lib/features/import/read/queries";
import { commitImport } from "@/lib/features/import/write/commit";
import { openImport } from "@/lib/features/import/write/mutations";
import { previewRun } from "@/lib/features/import/read/preview.fixture";

export const TODAY = "2026-11-25";
const HEAD = "Réf.;Client;Activité confiée;Opérations réalisées";
export const ROWS = ["R-1;Voltiris;Télévente;Appels", "R-2;Voltiris;Chat;Réponses"];
export const MORE = ["R-3;Miradour;Enquêtes;Appels", "R-4;Orvelle;Saisie;Frappe"];

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: StaffCtx;

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeAll(async () => {
    database = await freshDatabase();
  });
  beforeEach(async () => {
    ctx = await makeOrganisation(database.ownerUrl);
  });
  afterAll(() => database.drop());
}

const fileOf = (rows: readonly string[], head = HEAD) =>
  new Uint8Array(Buffer.from([head, ...rows].join("\r\n"), "utf8"));

export async function open(
  rows: readonly string[],
  { of = ctx, head = HEAD, fileName = "registre.csv" } = {},
) {
  return valueOf(await openImport(of, { fileName, bytes: fileOf(rows, head) })).id;
}

export async function preview(id: string, of = ctx) {
  return withOrg(of.scope, async (tx) => {
    const run = (await findRun(tx, id))!;
    return { version: run.version, ...(await previewRun(tx, run, TODAY))! };
  });
}

export async function commit(id: string, of = ctx) {
  const { version, fingerprint } = await preview(id, of);
  return commitImport(of, { id, version, plan: fingerprint });
}

export const importRows = async (rows: readonly string[], options?: Parameters<typeof open>[1]) =>
  valueOf(await commit(await open(rows, options), options?.of));

export const find = (reference: string) =>
  withOrg(ctx.scope, (tx) => tx.processingRecord.findFirstOrThrow({ where: { reference } }));
