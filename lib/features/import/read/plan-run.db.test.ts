import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { createController } from "@/lib/features/controller/write/mutations";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findRunHead } from "./queries";
import { commitImport, stopImport } from "@/lib/features/import/write/commit";
import { abandonImport, openImport } from "@/lib/features/import/write/mutations";
import { planRun } from "./plan-run";
import { isPlanned, makePlan, storePlan } from "./plan-store";
import { writePlan } from "@/lib/features/import/write/write-plan";

const DAY = "2026-11-25";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: StaffCtx;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const open = async (rows: number) => {
  const lines = Array.from(
    { length: rows },
    (_, at) => `R-${at};Voltiris ${at % 7};Télévente ${at};Saisie ; relance`,
  );
  const bytes = new TextEncoder().encode(
    [
      "Réf.,Client,Activité,Opérations",
      ...lines.map((line) => line.replaceAll(" ; ", "+").replaceAll(";", ",")),
    ].join("\n"),
  );
  const { id } = valueOf(await openImport(ctx, { fileName: "registre.csv", bytes }));
  return { scope: ctx.scope, id, today: DAY };
};

const planned = async (which: Parameters<typeof planRun>[0]) => {
  const made = await planRun(which);
  if (!made || !isPlanned(made.result)) throw new Error("There is no plan.");
  return { stamp: made.stamp, result: made.result };
};

describe("the plan of a run", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date(`${DAY}T10:00:00Z`) };
  });

  it("is read once for all pages that show it, by those of its organisation alone", async () => {
    const which = await open(3);
    await planned(which);
    const read = await planRun(which);
    expect(await planRun(which)).toBe(read);
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await planRun({ ...which, scope: foreign.scope })).toBeNull();
    valueOf(await abandonImport(ctx, { id: which.id, version: 1 }));
    expect(await planRun(which)).not.toBe(read);
  });

  it("is made once, and what was seen is what is written", async () => {
    const which = await open(3);
    const made = await planned(which);
    // Fingerprint that no recomputed plan could have.
    const fingerprint = "a".repeat(64);
    await withOrg(ctx.scope, (tx) =>
      storePlan(tx, which.id, { ...made, result: { ...made.result, fingerprint } }),
    );
    expect((await planned(which)).result.fingerprint).toBe(fingerprint);
    const written = valueOf(await commitImport(ctx, { id: which.id, version: 1, plan: fingerprint }));
    expect(written.tally.new).toBe(3);
    const head = await withOrg(ctx.scope, (tx) => findRunHead(tx, which.id));
    expect(head).toMatchObject({ state: "committed", register: "processor", tally: { new: 3 } });
  });

  it("is made anew once the register changed, and refused where it is another then", async () => {
    const which = await open(2);
    const before = await planned(which);
    await createController(ctx, { legalName: "Voltiris 1" } as Parameters<typeof createController>[1]);
    const outcome = await commitImport(ctx, { id: which.id, version: 1, plan: before.result.fingerprint });
    expect(outcome).toMatchObject({ ok: false, refusal: { issues: [{ key: "planChanged" }] } });
    const after = await planned(which);
    expect(after.stamp).not.toBe(before.stamp);
    valueOf(await commitImport(ctx, { id: which.id, version: 1, plan: after.result.fingerprint }));
  });

  it("is made in a process of its own where the file is large, and says the same", async () => {
    const which = await open(6_000);
    const made = await planned(which);
    expect(made.result.plan.tally).toMatchObject({ new: 5_997, unchanged: 3 });
    const here = await withOrg(ctx.scope, (tx) => makePlan(tx, which.id, DAY), { timeoutMs: 60_000 });
    expect(made).toEqual(here);
  });

  it("is refused beyond its limits, and asks for no second try while nothing changes", async () => {
    const which = await open(6_001);
    expect(await planRun(which, { megabytes: 20, seconds: 60 })).toMatchObject({ result: "tooDemanding" });
    expect(await planRun(which)).toMatchObject({ result: "tooDemanding" });
  });

  it("ends when the file is given up meanwhile", async () => {
    const which = await open(6_002);
    const [made] = await Promise.all([planRun(which), abandonImport(ctx, { id: which.id, version: 1 })]);
    expect(made).toBeNull();
  });
});

describe("a commit that is stopped", { timeout: 60_000 }, () => {
  it("writes nothing, and can be begun again", async () => {
    const which = await open(4);
    const { result } = await planned(which);
    const journal = { entries: [], note: () => undefined };
    const count = () => withOrg(ctx.scope, (tx) => tx.processingRecord.count());
    const before = await count();
    valueOf(await stopImport(ctx, { id: which.id }));
    const written = await withOrg(ctx.scope, (tx) =>
      writePlan(tx, ctx, journal, { runId: which.id, planned: { ...result, plan: { ...result.plan } } }),
    );
    expect(written).toBe("stopped");
    expect(await count()).toBe(before);
    expect(await commitImport(ctx, { id: which.id, version: 1, plan: result.fingerprint })).toMatchObject({
      ok: true,
    });
  });
});
