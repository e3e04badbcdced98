import { afterAll, beforeAll, expect, it } from "vitest";
import { instantOfDay } from "@/lib/domain/obligation/types";
import { withOrg } from "@/lib/platform/database/transaction";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findDuties, visibleNouns } from "./queries";

const NOW = new Date("2026-11-24T10:00:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** A controller whose contract names one operation, and an entry of three weeks ago that states two. */
async function makeBeyond() {
  const ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
  const earlier = { ...ctx, now: new Date("2026-11-03T10:00:00Z") };
  const { id: controllerId } = await makeController(earlier);
  const contract = await makeContractInForce(earlier, { controllerId });
  await fillSection(earlier, contract, "object", { operations: "Réception d’appels" });
  const operations = ["Réception d’appels", "Prospection"];
  const record = await makeActiveRecord(earlier, { controllerId, operations });
  return { ctx, controllerId, record };
}

async function scopeLines({ scope, actor }: MadeOrganisation) {
  const asked = { now: NOW, locale: "fr" as const, nouns: visibleNouns(actor) };
  const found = await withOrg(scope, (tx) => findDuties(tx, asked));
  return found.filter(({ kind }) => kind === "instruction.scope");
}

/** An instruction to prospect, accepted on the day before. */
async function allow(ctx: MadeOrganisation, controllerId: string) {
  const received = { receivedOn: "2026-11-20", effectiveOn: "2026-11-20" };
  const given = await makeInstruction(ctx, { controllerId, ...received, operations: "Prospection" });
  const checked = await step(ctx, given, "check", { on: "2026-11-23" });
  await step(ctx, checked, "accept", { on: "2026-11-23" });
}

it("shows what an instruction covered as done, on the day on which it bound", async () => {
  const { ctx, controllerId } = await makeBeyond();
  expect(await scopeLines(ctx)).toMatchObject([{ about: "une lacune", doneAt: null }]);
  await allow(ctx, controllerId);
  expect(await scopeLines(ctx)).toMatchObject([
    { about: "une lacune", doneAt: instantOfDay("2026-11-23"), controller: { id: controllerId } },
  ]);
});

it("claims nothing of an entry that changed since", async () => {
  const { ctx, controllerId, record } = await makeBeyond();
  await allow(ctx, controllerId);
  const suspended = { ...record, event: "suspend" as const, on: "2026-11-24", reason: "Attente" };
  valueOf(await moveRecord(ctx, suspended));
  expect(await scopeLines(ctx)).toEqual([]);
});
