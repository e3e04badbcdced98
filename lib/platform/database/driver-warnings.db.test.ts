import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeClients } from "./clients";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { withOrg } from "./transaction";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

it("reads several relations in a unit of work without a warning of the driver", async () => {
  const warnings: string[] = [];
  const hear = ({ message }: Error) => warnings.push(message);
  process.prependListener("warning", hear);
  await makeController(ctx);
  await withOrg(ctx.scope, (tx) =>
    tx.controller.findMany({ include: { records: true, contacts: true, contracts: true } }),
  );
  await turn();
  process.off("warning", hear);
  expect(warnings).toEqual([]);
});
