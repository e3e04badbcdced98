import { afterAll, beforeAll } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { closeEnd } from "./closing";
import { findRun, type LineRow, type RunRow } from "@/lib/features/contract-end/read/queries";
import { answerLine } from "./mutations";
import { lineAnswerSchema } from "@/lib/features/contract-end/schema";

export let database: Awaited<ReturnType<typeof freshDatabase>>;
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

export const refusedFor = (path: string, key: string) => ({
  refusal: { kind: "invalid", issues: [{ path, key }] },
});
export const lineOf = (run: RunRow, kind: LineRow["kind"]) => run.lines.find((line) => line.kind === kind)!;
export const again = async (run: RunRow) => (await withOrg(ctx.scope, (tx) => findRun(tx, run.id)))!;
export const say = (line: LineRow, stated: Record<string, unknown>, by: MadeOrganisation = ctx) =>
  answerLine(by, lineAnswerSchema.parse({ id: line.id, version: line.version, ...stated }));
export const close = (run: RunRow, by: MadeOrganisation = ctx, on = "2026-11-25") =>
  closeEnd(by, { id: run.id, version: run.version, on });
export const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};
