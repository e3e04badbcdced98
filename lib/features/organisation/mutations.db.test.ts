import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerFollowers } from "@/lib/features/reassessment/follow";
import { closeClients } from "@/lib/platform/db";
import { withOrg } from "@/lib/platform/transaction";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { updateOrganisation } from "./mutations";
import { organisationSchema } from "./schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const input = (said: Record<string, unknown>) =>
  organisationSchema.parse({
    version: 1,
    legalName: "Centre Atlas",
    country: "MA",
    address: "41 boulevard Zerktouni",
    email: "contact@centre.example",
    dpoName: "Salma Idrissi",
    dpoEmail: "dpo@centre.example",
    gdprBinding: "contractual-only",
    siteCountries: "MA",
    ...said,
  });

describe("updateOrganisation", () => {
  it("mends one gap of every record at once, in the same transaction", async () => {
    const record = await makeRecord(ctx);
    const codes = () =>
      withOrg(
        ctx.scope,
        async (tx) => (await tx.processingRecord.findFirstOrThrow({ where: { id: record.id } })).gapCodes,
      );
    expect(await codes()).toContain("REG-3");
    valueOf(
      await updateOrganisation(
        ctx,
        input({ euRepresentativeReason: "Liée par contrat seulement, art. 3(2)" }),
      ),
    );
    expect(await codes()).not.toContain("REG-3");
  });

  it("keeps each version with its author, and refuses a writer who read an older one", async () => {
    const outcome = await updateOrganisation(ctx, input({ legalName: "Trop tard" }));
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", version: 2, author: ctx.actor.name },
    });
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.organisationVersion.findMany({
        orderBy: { version: "asc" },
        select: { version: true, supersededAt: true },
      }),
    );
    expect(rows.map(({ version, supersededAt }) => [version, supersededAt === null])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it("is for owner and DPO", async () => {
    for (const role of ["editor", "viewer"] as const) {
      expect(await updateOrganisation(as(ctx, role), input({}))).toMatchObject({
        ok: false,
        refusal: { kind: "forbidden" },
      });
    }
  });

  it("refuses an ICE that has not fifteen figures", () => {
    const parse = (ice: string) =>
      organisationSchema.safeParse({
        version: 1,
        legalName: "A",
        country: "MA",
        gdprBinding: "contractual-only",
        ice,
      });
    expect(parse("001 524 896 000 047").data?.ice).toBe("001524896000047");
    expect(parse("123").error?.issues[0]?.message).toBe("ice");
  });
});
