import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { verifyRows } from "@/lib/features/journal/write/verification";
import { findHouseHistory, findHouseVersions, findTightening } from "@/lib/features/telephone/read/house";
import { houseRuleSchema } from "@/lib/features/telephone/schema";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { saveHouseRule } from "./house";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

/** Runs a statement on a table as the owner of the database does, with its triggers off. */
async function asOwner<Row extends object>(table: string, sql: string): Promise<Row[]> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
    const { rows } = await owner.query<Row>(sql);
    await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
    return rows;
  } finally {
    await owner.end();
  }
}

const stated = (changes: object = {}) =>
  houseRuleSchema.parse({ version: 0, attempts: "2", closesAt: "18:00", reason: "Charte", ...changes });
const issuesOf = (changes: object) =>
  houseRuleSchema
    .safeParse({ version: 0, reason: "Charte", ...changes })
    .error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

describe("saveHouseRule", () => {
  it("keeps one document with its versions, each with its reason", async () => {
    valueOf(await saveHouseRule(ctx, stated()));
    const closedDays = "2026-12-24\n2026-12-31";
    valueOf(await saveHouseRule(ctx, stated({ version: 1, attempts: "", closedDays, reason: "Fêtes" })));
    const [house, versions] = await withOrg(ctx.scope, async (tx) => [
      await findTightening(tx),
      await findHouseVersions(tx),
    ]);
    expect(house).toMatchObject({
      attempts: null,
      closesAt: "18:00",
      closedDays: ["2026-12-24", "2026-12-31"],
    });
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, "Fêtes"],
      [1, "Charte"],
    ]);
    const entries = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ where: { event: "telephone.tightened" }, select: { text: true } }),
    );
    expect(entries).toHaveLength(2);
    expect(await saveHouseRule(ctx, stated({ version: 1 }))).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await saveHouseRule(ctx, stated())).toMatchObject({ refusal: { kind: "conflict", version: 2 } });
  });

  it("keeps hours by day of the week, of which older rows and versions have none", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    valueOf(await saveHouseRule(own, stated()));
    // A row of before the column, and a version of before the field.
    await asOwner("house_rule", `UPDATE house_rule SET weekdays = NULL WHERE org_id = '${own.scope.org}'`);
    await asOwner(
      "house_rule_version",
      `UPDATE house_rule_version SET snapshot = snapshot - 'weekdays' WHERE org_id = '${own.scope.org}'`,
    );
    expect(await withOrg(own.scope, findTightening)).toMatchObject({ closesAt: "18:00", weekdays: [] });
    const weekdays = [
      { day: "1", from: "", until: "12:00" },
      { day: "1", from: "16:00", until: "24:00" },
      { day: "6", from: "10:00", until: "" },
    ];
    const read = [
      { day: 1, from: null, until: "12:00" },
      { day: 1, from: "16:00", until: null },
      { day: 6, from: "10:00", until: null },
    ];
    valueOf(await saveHouseRule(own, stated({ version: 1, weekdays, reason: "Équipes" })));
    expect(await withOrg(own.scope, findTightening)).toMatchObject({ weekdays: read });
    const history = await withOrg(own.scope, findHouseHistory);
    expect(history.map(({ house }) => house.weekdays)).toEqual([[], read]);
    // Two writers: the second is shown what the first has stored.
    const late = await saveHouseRule(
      own,
      stated({ version: 1, weekdays: [{ day: "2", from: "", until: "" }] }),
    );
    expect(late).toMatchObject({ refusal: { kind: "conflict", version: 2, current: { weekdays: read } } });
    // Without rows the hours of every day hold again.
    valueOf(await saveHouseRule(own, stated({ version: 2 })));
    expect(await withOrg(own.scope, findTightening)).toMatchObject({ weekdays: [] });
  });

  it("leaves the digest of a row of before the column as it was", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    valueOf(await saveHouseRule(own, stated()));
    const digests = await asOwner<{ same: boolean }>(
      "house_rule",
      `SELECT evidence_digest(to_jsonb(h) - 'weekdays', '') = evidence_digest(to_jsonb(h) || '{"weekdays": null}', '') AS same
        FROM house_rule h WHERE org_id = '${own.scope.org}'`,
    );
    expect(digests).toEqual([{ same: true }]);
    const job = jobContext("journal-verification", own.scope.org, own.now);
    expect(valueOf(await verifyRows(job))).toEqual({});
  });

  it("is of the stewards, and of its own organisation", async () => {
    expect(await saveHouseRule(as(ctx, "editor"), stated())).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await withOrg(foreign.scope, findTightening)).toMatchObject({ attempts: null, closedDays: [] });
  });
});

describe("the form", () => {
  it.each([
    [{ attempts: "5" }, [["attempts", "telephone.looser"]]],
    [{ opensAt: "08:00" }, [["opensAt", "telephone.looser"]]],
    [{ closesAt: "21:00" }, [["closesAt", "telephone.looser"]]],
    [{ consentMonths: "13" }, [["consentMonths", "telephone.looser"]]],
    [{ early: [{ rule: "T9", from: "2026-08-11" }] }, [["early.0.from", "telephone.notEarlier"]]],
    [{ reason: "" }, [["reason", "required"]]],
    [{ closedDays: "24 décembre" }, [["closedDays.0", "date"]]],
    [{ attempts: "3", opensAt: "11:00", early: [{ rule: "T9", from: "2026-01-01" }] }, []],
  ])("%j: %j", (changes, issues) => {
    expect(issuesOf(changes)).toEqual(issues);
  });
});
