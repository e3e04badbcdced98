import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { withOrg } from "@/lib/platform/database/transaction";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { createController, updateController } from "./mutations";
import { controllerSchema, controllerUpdateSchema } from "@/lib/features/controller/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

const update = (id: string, version: number, stated: Record<string, unknown>) =>
  controllerUpdateSchema.parse({
    id,
    version,
    legalName: "Orvelle Énergie",
    country: "FR",
    address: "Lyon",
    ...stated,
  });
const versions = (controllerId: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.controllerVersion.findMany({ where: { controllerId }, orderBy: { version: "asc" } }),
  );
const lastEvent = () => withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));

describe("createController", () => {
  it("demands a name and nothing else", async () => {
    const row = valueOf(await createController(ctx, controllerSchema.parse({ legalName: "  Voltiris " })));
    expect(row).toMatchObject({ legalName: "Voltiris", country: null, version: 1 });
    expect(await versions(row.id)).toMatchObject([{ change: "created", supersededAt: null }]);
    expect(await lastEvent()).toMatchObject({ event: "controller.created", subjectId: row.id });
    expect(controllerSchema.safeParse({ legalName: " " }).success).toBe(false);
  });

  it("is refused to a viewer", async () => {
    const outcome = await createController(as(ctx, "viewer"), controllerSchema.parse({ legalName: "X" }));
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });
});

describe("updateController", () => {
  it("journals what changed, keeps both versions, and assesses its records again", async () => {
    const controller = await makeController(ctx, { country: "" });
    const record = await makeRecord(ctx, { controllerId: controller.id });
    const codes = () =>
      withOrg(
        ctx.scope,
        async (tx) => (await tx.processingRecord.findFirstOrThrow({ where: { id: record.id } })).gapCodes,
      );
    expect(await codes()).toContain("REG-2");
    valueOf(
      await updateController(ctx, update(controller.id, 1, { ...controller, country: "FR", version: 1 })),
    );
    expect(await codes()).not.toContain("REG-2");
    const [first, second] = await versions(controller.id);
    expect(first!.supersededAt).toEqual(second!.recordedAt);
    const entry = JSON.parse((await lastEvent())!.text!);
    expect(entry).toMatchObject({
      event: "controller.updated",
      before: { country: null },
      after: { country: "FR" },
    });
  });

  it("shows a second writer what stands now", async () => {
    const controller = await makeController(ctx);
    valueOf(await updateController(ctx, update(controller.id, 1, { address: "Paris" })));
    expect(await updateController(ctx, update(controller.id, 1, { address: "Lille" }))).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", version: 2, author: ctx.actor.name, current: { address: "Paris" } },
    });
  });

  it("is not found from another organisation", async () => {
    const controller = await makeController(ctx);
    expect(await updateController(foreign, update(controller.id, 1, {}))).toMatchObject({
      ok: false,
      refusal: { kind: "not-found" },
    });
  });
});

it("needs the countries of the persons whom a client targets, 3(2), beside their field, on creating and on changing", async () => {
  const stated = {
    legalName: "Thames Retail Ltd",
    country: "GB",
    address: "1 Strand, London",
    targeting: "yes",
  };
  const refused = {
    refusal: { kind: "invalid", issues: [{ path: "targetCountries", key: "controller.targetCountries" }] },
  };
  expect(await createController(ctx, controllerSchema.parse(stated))).toMatchObject(refused);
  const made = valueOf(
    await createController(ctx, controllerSchema.parse({ ...stated, targetCountries: ["FR"] })),
  );
  expect(await updateController(ctx, update(made.id, 1, { ...stated, targetCountries: [] }))).toMatchObject(
    refused,
  );
  valueOf(await updateController(ctx, update(made.id, 1, { ...stated, targeting: "no" })));
});
