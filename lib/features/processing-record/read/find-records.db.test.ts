import { Client } from "pg";
import { afterEach, describe, expect, it, vi } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findRecord, findRecords } from "./queries";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const [{ id: first }, { id: second }] = [await makeController(ctx), await makeController(ctx)];
for (const controllerId of [first, first, first, first, first, second])
  await makeRecord(ctx, { controllerId });
await makeOwnRecord(ctx);

afterEach(() => vi.restoreAllMocks());

describe("findRecords", () => {
  it("gives each entry its controller, and none to an own one, as a single reading does", async () => {
    const rows = await withOrg(ctx.scope, (tx) => findRecords(tx));
    expect(rows.map(({ controller }) => controller?.id ?? null).toSorted()).toEqual(
      [first, first, first, first, first, second, null].toSorted(),
    );
    for (const row of rows) expect(await withOrg(ctx.scope, (tx) => findRecord(tx, row.id))).toEqual(row);
  });

  it("asks for as many values as there are controllers, however many entries", async () => {
    const query = vi.spyOn(Client.prototype, "query");
    await withOrg(ctx.scope, (tx) => findRecords(tx, { capacity: "processor" }));
    // The overloads of `query` hide that the driver is also given an object with its values.
    const asked = query.mock.calls.map(([one]) => one as unknown as { text?: string; values?: unknown[] });
    const parties = asked.filter(({ text }) => text?.includes('FROM "public"."controller"'));
    expect(
      parties.map(({ values }) => values?.filter((value) => value === first || value === second)),
    ).toEqual([[first, second]]);
  });

  it("finds nothing in an organisation without entries", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    expect(await withOrg(other.scope, (tx) => findRecords(tx))).toEqual([]);
  });
});
