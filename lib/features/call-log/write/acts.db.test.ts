import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { judgeAs, makeCallLog, receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { decideOutcomes } from "./mutations";
import { recordObjections } from "./objections";
import { exportReport } from "./export-report";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);

async function campaign() {
  const controllerId = (await makeController(ctx)).id;
  return makeCampaign(ctx, { controllerId, basis: "contract" });
}
const line = (number: string, on: string, code: string) =>
  `${number};2026-08-${on} 10:30:00;${code};0123456789;`;
const lastEvent = async () =>
  (await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } })))?.event;

describe("recordObjections", () => {
  it("records each person's first objection as a choice, with the file and line that prove it", async () => {
    const { id, controllerId } = await campaign();
    const log = await receiveLines(ctx, id, [
      line("0612300001", "18", "DNC"),
      line("0612300001", "19", "DNC"),
      line("0612300002", "18", "ANSWERED"),
      line("0612300003", "20", "DNC"),
    ]);
    expect(await recordObjections(ctx, { id: log })).toMatchObject({ refusal: { kind: "not-found" } });
    await judgeAs(ctx, log);
    valueOf(await recordObjections(ctx, { id: log }));
    expect(await lastEvent()).toBe("call-log.objections");
    const { sha256 } = await withOrg(ctx.scope, (tx) => tx.callLog.findFirstOrThrow({ where: { id: log } }));
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.choice.findMany({ where: { controllerId }, orderBy: { decidedAt: "asc" } }),
    );
    expect(
      rows.map(({ outcome, source, purpose, proof, decidedAt }) => ({
        ...{ outcome, source, purpose, proof, on: decidedAt.toISOString() },
      })),
    ).toEqual([
      {
        ...{ outcome: "refused", source: "call", purpose: "" },
        ...{ proof: `sha256:${sha256} #2`, on: "2026-08-18T08:30:00.000Z" },
      },
      {
        ...{ outcome: "refused", source: "call", purpose: "" },
        ...{ proof: `sha256:${sha256} #5`, on: "2026-08-20T08:30:00.000Z" },
      },
    ]);
    expect(await recordObjections(ctx, { id: log })).toMatchObject({
      refusal: { issues: [{ key: "noObjections" }] },
    });
  });

  it("is of writers, and of logs of one's own organisation", async () => {
    const log = await makeCallLog(ctx, (await campaign()).id);
    expect(await recordObjections(as(ctx, "viewer"), { id: log })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await recordObjections(foreign, { id: log })).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("exportReport", () => {
  it("prints a judged log in each language, and journals that it leaves", async () => {
    const log = await makeCallLog(ctx, (await campaign()).id);
    for (const language of ["fr", "ar"] as const) {
      const report = valueOf(await exportReport(ctx, { id: log, language }));
      expect(report.contentType).toBe("application/pdf");
      expect(
        Buffer.from(report.body as Uint8Array)
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
      expect(await lastEvent()).toBe("call-log.reported");
    }
  });

  it("is of writers, of one's own organisation, and of what was judged", async () => {
    const { id } = await campaign();
    const [log, read] = [
      await makeCallLog(ctx, id),
      await receiveLines(ctx, id, [line("0612300009", "18", "NA")]),
    ];
    const asked = { id: log, language: "fr" } as const;
    expect(await exportReport(as(ctx, "viewer"), asked)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await exportReport(foreign, asked)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await exportReport(ctx, { ...asked, id: read })).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("what a person decides of codes", () => {
  const head = "7a".repeat(32);
  const receive = async (last: string, stated: object) =>
    receiveLines(ctx, (await campaign()).id, [line(`061240000${last}`, "18", "STOP")], stated);
  const outcomesOf = async (id: string) =>
    (await withOrg(ctx.scope, (tx) => tx.callLog.findFirstOrThrow({ where: { id } }))).outcomes;

  it("holds for the next logs of the same head, and for no other", async () => {
    const first = await receive("1", { head });
    await judgeAs(ctx, first);
    valueOf(await decideOutcomes(ctx, { id: first, outcomes: { STOP: "objected", OTHER: "refused" } }));
    expect(await outcomesOf(await receive("2", { head }))).toEqual({ STOP: "objected" });
    expect(await outcomesOf(await receive("3", { head: "7b".repeat(32) }))).toEqual({});
    expect(await outcomesOf(await receive("4", {}))).toEqual({});
  });
});
