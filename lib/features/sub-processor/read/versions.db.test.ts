import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareSubProcessors } from "@/lib/domain/sub-processor/version-changes";
import { withOrg } from "@/lib/platform/database/transaction";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeSubProcessor, nameChainLink, fillSubProcessorSection } from "@/prisma/factories/sub-processor";
import { makeTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findRequestsAbout, findLinkedTransfersAt, findSubProcessorVersion } from "./versions";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let id: string;
const on = (day: string): MadeOrganisation => ({ ...ctx, now: new Date(`${day}T10:00:00Z`) });

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-01-05T10:00:00Z"));
  const made = await makeSubProcessor(ctx);
  id = made.id;
  const service = { service: "Opérateur des lignes et enregistrement" };
  const named = await fillSubProcessorSection(on("2026-02-01"), made, "service", service);
  const { id: controllerId } = await makeController(ctx, { legalName: "Orvelle" });
  await insertAuthorisation(on("2026-02-02"), { controllerId, subProcessor: named, state: "approved" });
  await nameChainLink(on("2026-03-01"), named, { name: "Baie 9 SAS" });
});
afterAll(() => database.drop());

const version = (number: number, of = ctx) =>
  withOrg(of.scope, (tx) => findSubProcessorVersion(tx, id, number));
const asked = (number: number) => withOrg(ctx.scope, (tx) => findRequestsAbout(tx, id, number));

describe("a version of a sub-processor", () => {
  it("says what it said, and what it changed", async () => {
    const second = (await version(2))!;
    expect(second).toMatchObject({ change: "saved", row: { id, version: 2, reference: "SP-001" } });
    expect(second.row.content.chain.links).toEqual([]);
    expect(compareSubProcessors(second.before!, second.row)).toMatchObject({
      fields: [{ section: "service", name: "service", before: "Opérateur des lignes" }],
      scope: ["service"],
    });
    expect((await version(3))!.row.content.chain.links).toMatchObject([{ name: "Baie 9 SAS" }]);
  });

  it("has nothing before it where it is the first", async () =>
    expect(await version(1)).toMatchObject({ change: "created", before: null }));

  it("is the one that a controller was asked about, and no other", async () => {
    expect(await asked(2)).toMatchObject([{ controllerName: "Orvelle" }]);
    expect(await asked(3)).toEqual([]);
  });

  it("is not there beyond the last, nor for another organisation", async () => {
    expect(await version(4)).toBeNull();
    expect(await version(1, await makeOrganisation(database.ownerUrl))).toBeNull();
  });
});

it("is assessed with the transfers to it that were recorded by then", async () => {
  const transfersAt = (day: string) =>
    withOrg(ctx.scope, (tx) => findLinkedTransfersAt(tx, id, new Date(`${day}T12:00:00Z`)));
  await makeTransfer(on("2026-04-01"), { flow: "to-sub-processor", subProcessorId: id });
  expect(await transfersAt("2026-03-31")).toEqual([]);
  expect(await transfersAt("2026-04-01")).toMatchObject([{ state: "running" }]);
});
