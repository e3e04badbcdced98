import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { judgeAs, makeCallLog, receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { listLogsToJudge } from "@/lib/platform/jobs/candidates";
import { decideOutcomes, judgeAgain } from "./mutations";
import { recordStops } from "./record-stops";
import { exportReport } from "./export-report";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);

async function campaign(stated: object = {}) {
  const controllerId = (await makeController(ctx)).id;
  return makeCampaign(ctx, { controllerId, basis: "contract", ...stated });
}
const line = (number: string, on: string, code: string) =>
  `${number};2026-08-${on} 10:30:00;${code};0123456789;`;
const lastEvent = async () =>
  (await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } })))?.event;

describe("stops of a log", () => {
  const choicesOf = (controllerId: string) =>
    withOrg(ctx.scope, (tx) =>
      tx.choice.findMany({
        where: { controllerId },
        orderBy: [{ decidedAt: "asc" }, { purpose: "asc" }],
        select: { outcome: true, source: true, purpose: true, proof: true, decidedAt: true },
      }),
    );

  it("are choices once it is judged, without anybody's act: each person's first, with the line that proves it", async () => {
    const { id, controllerId } = await campaign({ product: "Fibre" });
    const log = await receiveLines(ctx, id, [
      line("0612300001", "18", "DNC"),
      line("0612300001", "19", "DNC"),
      line("0612300002", "18", "ANSWERED"),
      line("0612300003", "20", "DNC"),
      line("0612300004", "21", "NI"),
    ]);
    await judgeAs(ctx, log);
    const { sha256, stopsRecordedAt } = await withOrg(ctx.scope, (tx) =>
      tx.callLog.findFirstOrThrow({ where: { id: log } }),
    );
    expect(stopsRecordedAt).not.toBeNull();
    const stop = (purpose: string, lineNumber: number, day: string) => ({
      outcome: "refused",
      source: "call",
      purpose,
      proof: `sha256:${sha256} #${lineNumber}`,
      decidedAt: new Date(`2026-08-${day}T08:30:00.001Z`),
    });
    const recorded = [stop("", 2, "18"), stop("", 5, "20"), stop("Fibre", 6, "21")];
    expect(await choicesOf(controllerId)).toEqual(recorded);
    valueOf(await judgeAgain(ctx, { id: log }));
    await judgeAs(ctx, log);
    expect(await choicesOf(controllerId)).toEqual(recorded);
    // The call in which somebody objected is not forbidden by that objection.
    const judgement = await withOrg(ctx.scope, (tx) =>
      tx.callLogJudgement.findFirstOrThrow({ where: { logId: log }, orderBy: { id: "desc" } }),
    );
    expect(JSON.stringify(judgement.findings).match(/objection-stands/g)).toHaveLength(1);
  });

  it("of a log that was judged before are recorded by the job, and of a code by what a person decides", async () => {
    const { id, controllerId } = await campaign();
    const log = await receiveLines(ctx, id, [line("0612310001", "18", "STOPP")]);
    await judgeAs(ctx, log);
    expect(await choicesOf(controllerId)).toEqual([]);
    valueOf(await decideOutcomes(ctx, { id: log, outcomes: { STOPP: "objected" } }));
    await judgeAs(ctx, log);
    expect(await choicesOf(controllerId)).toHaveLength(1);
    const older = await receiveLines(ctx, id, [line("0612310002", "19", "DNC")]);
    await withOrg(ctx.scope, (tx) =>
      tx.callLog.updateMany({ where: { id: older }, data: { state: "judged" } }),
    );
    expect(await listLogsToJudge(new Date(), 100)).toContainEqual({ id: older, org: ctx.scope.org });
    await judgeAs(ctx, older);
    expect(await choicesOf(controllerId)).toHaveLength(2);
    expect(await listLogsToJudge(new Date(), 100)).not.toContainEqual({ id: older, org: ctx.scope.org });
  });

  it("are recorded by jobs alone, of logs of their own organisation", async () => {
    const log = await makeCallLog(ctx, (await campaign()).id);
    expect(await recordStops(ctx, { id: log })).toMatchObject({ refusal: { kind: "forbidden" } });
    const job = jobContext("gap-reassessment", foreign.scope.org, foreign.now);
    expect(valueOf(await recordStops(job, { id: log }))).toBe(0);
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
