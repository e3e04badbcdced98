import { afterAll, beforeAll, expect, it } from "vitest";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { controllerArchiveSchema } from "@/lib/features/controller-archive/schema";
import { NO_CONTRACT } from "@/lib/domain/compliance/duties";
import { countFindings } from "@/lib/features/compliance/read/findings";
import { findJudgedAt } from "@/lib/features/compliance/read/judged-at";
import { withOrg } from "@/lib/platform/database/transaction";
import { PAGE_SIZE, pageOf } from "@/lib/platform/read/list-page";
import { PageReader } from "@/lib/platform/read/reader";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { controllerUpdateSchema } from "@/lib/features/controller/schema";
import { updateController } from "@/lib/features/controller/write/mutations";
import { mergeInto } from "@/prisma/factories/merge";
import { controllerQuerySchema, countControllers, findControllerPage } from "./list";

let database: FreshDatabase;
let own: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

async function listed(search: Record<string, string> = {}) {
  const reader = new PageReader(own.scope);
  const rows = await findControllerPage(reader, controllerQuerySchema.parse(search));
  return pageOf(rows, ({ legalName, id }) => [legalName, id]);
}

it("lists controllers in French order, with the entries that are not ended and their gaps", async () => {
  const busy = await makeController(own, { legalName: "Été 100 %" });
  await makeController(own, { legalName: "Zénith" });
  await makeController(own, { legalName: "École" });
  await makeRecord(own, { controllerId: busy.id });
  const { rows, next } = await listed();
  expect(rows.map(({ legalName, records }) => [legalName, records])).toEqual([
    ["École", 0],
    ["Été 100 %", 1],
    ["Zénith", 0],
  ]);
  expect(rows[1]!.requiredGaps).toBeGreaterThan(0);
  expect(next).toBeNull();
  expect((await listed({ q: "100 %" })).rows.map(({ id }) => id)).toEqual([busy.id]);
});

it("parts archived controllers from the others, in rows and counts alike", async () => {
  const { id, version } = await makeController(own, { legalName: "Parti" });
  valueOf(await archiveController(own, controllerArchiveSchema.parse({ id, version, reason: "Fin" })));
  expect((await listed({ view: "archived" })).rows.map(({ legalName }) => legalName)).toEqual(["Parti"]);
  expect((await listed()).rows.map(({ legalName }) => legalName)).not.toContain("Parti");
  expect(await countControllers(new PageReader(own.scope))).toEqual({
    open: 3,
    "without-contract": 1,
    archived: 1,
  });
});

it("shows by themselves those who are served without a contract in force, as many as the gap counts", async () => {
  const { rows } = await listed({ view: "without-contract" });
  expect(rows.map(({ legalName }) => legalName)).toEqual(["Été 100 %"]);
  const lacking = await withOrg(own.scope, async (tx) =>
    countFindings(tx, { duty: "contract", code: NO_CONTRACT }, await findJudgedAt(tx, own.now)),
  );
  expect(lacking).toBe(rows.length);
});

it("reads pages that meet, and begins again after an address that names no row", async () => {
  for (let n = 0; n < PAGE_SIZE; n += 1) await makeController(own, { legalName: `Client ${n % 7}` });
  const first = await listed();
  const second = await listed({ after: first.next! });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([PAGE_SIZE, 3, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(PAGE_SIZE + 3);
  expect((await listed({ after: "Zénith\u0001nothing" })).rows).toEqual(first.rows);
});

it("finds a controller by a former name, another spelling, and the name of one that became it", async () => {
  const kept = await makeController(own, { legalName: "Ateliers Margaux" });
  const lost = await makeController(own, { legalName: "Filature Brousse" });
  const renamed = { ...kept, legalName: "Margaux & Filles", id: kept.id, version: kept.version };
  valueOf(await updateController(own, controllerUpdateSchema.parse(renamed)));
  valueOf(await mergeInto(own, [lost.id, kept.id]));
  for (const q of ["ateliers", "margaux", "brousse"])
    expect(
      (await listed({ q })).rows.map(({ id }) => id),
      q,
    ).toEqual([kept.id]);
});
