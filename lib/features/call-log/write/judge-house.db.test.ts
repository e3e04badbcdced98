import { expect, it } from "vitest";
import { itemAt, required } from "@/lib/domain/invariant/required";
import { findLog } from "@/lib/features/call-log/read/queries";
import { houseRuleSchema } from "@/lib/features/telephone/schema";
import { saveHouseRule } from "@/lib/features/telephone/write/house";
import { withOrg } from "@/lib/platform/database/transaction";
import { judgeAs, receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, "Centre", new Date("2026-08-01T08:00:00Z"));

const at = (now: string): MadeOrganisation => ({ ...ctx, now: new Date(now) });
const tighten = async (now: string, version: number, fields: object) =>
  valueOf(await saveHouseRule(at(now), houseRuleSchema.parse({ version, reason: "Charte", ...fields })));
const line = (number: string, on: string, clock: string) =>
  `${number};2026-08-${on} ${clock};ANSWERED;0123456789;`;

async function judged(lines: readonly string[]) {
  const controllerId = (await makeController(ctx)).id;
  const { id: campaign } = await makeCampaign(ctx, { controllerId, basis: "contract" });
  const log = await receiveLines(at("2026-08-31T08:00:00Z"), campaign, lines);
  await judgeAs(ctx, log);
  const row = required(await withOrg(ctx.scope, (tx) => findLog(tx, log)), "log that was judged");
  const { broken, byHouse, findings } = itemAt(row.judgements, 0);
  const found = findings.groups.filter(({ verdict }) => verdict === "broken");
  return { broken, byHouse, found: found.map(({ rule, isHouse, calls }) => [rule, isHouse, calls]).sort() };
}

it("judges each call by what the house asked at its instant, beside the law", async () => {
  // Recorded at 10:17 in Paris: calls of one half hour fall on either side of it.
  await tighten("2026-08-18T08:17:00Z", 0, { attempts: "2", closesAt: "18:10" });
  await tighten("2026-08-25T08:00:00Z", 1, { attempts: "3" });
  const { broken, byHouse, found } = await judged([
    line("0613100001", "14", "18:30:00"),
    line("0613100002", "18", "18:09:59"),
    line("0613100003", "18", "18:10:00"),
    line("0613100004", "18", "20:30:00"),
    ...["10:10:00", "10:12:00", "10:16:59", "10:17:00"].map((clock) => line("0613100005", "18", clock)),
    ...["10:30:00", "10:40:00", "11:30:00", "11:40:00"].map((clock) => line("0613100006", "26", clock)),
  ]);
  expect(found).toEqual([
    ["T5b", false, 1],
    // The fourth call of either day: the third of the first came before the house asked for two.
    ["house-attempts", true, 2],
    ["house-hours", true, 2],
  ]);
  expect([broken, byHouse]).toEqual([1, 3]);
});

it("asks for no act about calls that the house alone forbids", async () => {
  await tighten("2026-08-26T08:00:00Z", 2, { closedDays: "2026-08-27" });
  const { broken, byHouse, found } = await judged([line("0613200001", "27", "10:30:00")]);
  expect([broken, byHouse, found]).toEqual([0, 1, [["house-days", true, 1]]]);
});
