import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { findHouseVersions, findTightening } from "@/lib/features/telephone/read/house";
import { houseRuleSchema } from "@/lib/features/telephone/schema";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { saveHouseRule } from "./house";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

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
