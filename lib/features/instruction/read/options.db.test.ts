import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findInstructionOptions } from "./options";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

it("offers what binds or will, and what is named already", async () => {
  const { id: controllerId } = await makeController(ctx);
  const received = await makeInstruction(ctx, { controllerId });
  const checked = await step(ctx, await makeInstruction(ctx, { controllerId }), "check");
  const accepted = await step(
    ctx,
    await step(ctx, await makeInstruction(ctx, { controllerId }), "check"),
    "accept",
  );
  const day = ctx.now.toISOString().slice(0, 10);
  const offered = async (named: string | null) => {
    const options = await withOrg(ctx.scope, (tx) =>
      findInstructionOptions(tx, controllerId, { day, named }),
    );
    return options.map(({ value }) => value).sort();
  };
  expect(await offered(null)).toEqual([accepted.id]);
  expect(await offered(received.id)).toEqual([accepted.id, received.id].sort());
  expect(await offered(checked.id)).toEqual([accepted.id, checked.id].sort());
});
