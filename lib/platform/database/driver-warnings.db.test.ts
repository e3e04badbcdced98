import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { withOrg } from "./transaction";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

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
