import { afterAll, beforeAll, expect, it } from "vitest";
import { closeClients } from "@/lib/platform/db";
import { withOrg } from "@/lib/platform/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord } from "@/prisma/factories/register";
import { type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";
import { countRooms } from "./data";

let database: FreshDatabase;
let own: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

it("counts each register and the controllers that are not archived, of one organisation alone", async () => {
  const { id } = await makeController(own);
  for (const controller of [id, id, (await makeController(own)).id]) {
    await makeRecord(own, { controllerId: controller });
  }
  await makeOwnRecord(own);
  await withOrg(own.scope, (tx) => tx.controller.update({ where: { id }, data: { archivedAt: own.now } }));
  const empty = {
    records: 0,
    ownRecords: 0,
    controllers: 0,
    subProcessors: 0,
    threads: 0,
    awaited: 0,
    isExample: false,
  };
  expect(await withOrg(foreign.scope, (tx) => countRooms(tx, foreign.now))).toEqual(empty);
  expect(await withOrg(own.scope, (tx) => countRooms(tx, own.now))).toEqual({
    ...empty,
    records: 3,
    ownRecords: 1,
    controllers: 1,
    subProcessors: 0,
  });
});

it("says that an organisation is filled with the example, and not its neighbour", async () => {
  await withOrg(foreign.scope, (tx) =>
    tx.exampleRow.create({
      data: {
        orgId: foreign.scope.org,
        noun: "controller",
        subjectId: crypto.randomUUID(),
        createdAt: foreign.now,
      },
    }),
  );
  expect((await withOrg(foreign.scope, (tx) => countRooms(tx, foreign.now))).isExample).toBe(true);
  expect((await withOrg(own.scope, (tx) => countRooms(tx, own.now))).isExample).toBe(false);
});
