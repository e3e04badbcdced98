import { beforeAll, expect, it } from "vitest";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { controllerUpdateSchema } from "@/lib/features/controller/schema";
import { updateController } from "@/lib/features/controller/write/mutations";
import { findRecord } from "@/lib/features/processing-record/read/queries";
import { changeRecord } from "@/lib/features/processing-record/write/change";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { fillSubProcessorSection, makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { openDatabase } from "@/scripts/test/open-database";
import { findClients } from "./clients";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
const on = "2026-11-24";
beforeAll(registerFollowers);

const TRANSFER_GAPS = ["module-3-missing", "assessment-missing"];
const MOROCCAN = { country: "MA", address: "12 boulevard Zerktouni, Casablanca", targeting: "no" };

async function makeInMorocco() {
  const row = await makeWholeSubProcessor(ctx);
  const places = { sites: [{ name: "Casablanca", country: "MA" }], accessAnswer: "no" };
  return fillSubProcessorSection(ctx, row, "places", places);
}
const lackingOf = async (id: string) =>
  (await withOrg(ctx.scope, (tx) => tx.subProcessor.findUniqueOrThrow({ where: { id } }))).gapCodes;
const clientsOf = (id: string) =>
  withOrg(ctx.scope, async (tx) => (await findClients(tx, { on, subProcessorIds: [id] }))(id));

it("lacks a tool by the laws of whoever relies on it, as soon as these or their laws change", async () => {
  const { id: subProcessorId } = await makeInMorocco();
  expect(await lackingOf(subProcessorId)).toEqual(TRANSFER_GAPS);
  const atlas = await makeController(ctx, { legalName: "Atlas SA", ...MOROCCAN });
  await makeRequest(ctx, { controllerId: atlas.id, subProcessorId });
  expect(await clientsOf(subProcessorId)).toEqual([{ id: atlas.id, name: "Atlas SA", laws: [] }]);
  expect(await lackingOf(subProcessorId)).toEqual([]);

  const targeting = { ...MOROCCAN, legalName: "Atlas SA", targeting: "yes", targetCountries: ["FR"] };
  const input = controllerUpdateSchema.parse({ ...targeting, id: atlas.id, version: atlas.version });
  valueOf(await updateController(ctx, input));
  expect(await clientsOf(subProcessorId)).toMatchObject([{ name: "Atlas SA", laws: ["gdpr"] }]);
  expect(await lackingOf(subProcessorId)).toEqual(TRANSFER_GAPS);
});

it("lacks it for the client of an entry that begins to name it", async () => {
  const { id: subProcessorId } = await makeInMorocco();
  const atlas = await makeController(ctx, { legalName: "Atlas Deux SA", ...MOROCCAN });
  await makeRequest(ctx, { controllerId: atlas.id, subProcessorId });
  expect(await lackingOf(subProcessorId)).toEqual([]);
  const thames = await makeController(ctx, { legalName: "Thames Ltd", country: "GB", targeting: "no" });
  const made = await makeRecord(ctx, { controllerId: thames.id });
  const named = { name: "Numéria Voix SAS", country: "MA", service: "lignes", subProcessorId };
  await withOrg(ctx.scope, async (tx) => {
    const row = (await findRecord(tx, made.id))!;
    const content: RecordContent = { ...row.content, subProcessorsAnswer: "yes", subProcessors: [named] };
    await changeRecord(tx, ctx, row, row.version, { content }, "saved");
  });
  expect(await clientsOf(subProcessorId)).toMatchObject([
    { name: "Atlas Deux SA", laws: [] },
    { name: "Thames Ltd", laws: ["uk"] },
  ]);
  expect(await lackingOf(subProcessorId)).toEqual(TRANSFER_GAPS);
});
