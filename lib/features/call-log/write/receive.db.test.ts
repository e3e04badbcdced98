import { createHash } from "node:crypto";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { judgeAs, LOG_LAYOUT, logText, makeCallLog, receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { openDatabase } from "@/scripts/test/open-database";
import { clearLog, closeFinding, decideOutcomes, judgeAgain } from "./mutations";
import { receiveLog } from "./receive";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

async function campaign(of: MadeOrganisation = ctx): Promise<string> {
  return (await makeCampaign(of, { controllerId: (await makeController(of)).id, basis: "contract" })).id;
}

const found = (id: string, of = ctx) => withOrg(of.scope, (tx) => tx.callLog.findFirst({ where: { id } }));
const callsOf = async (id: string) => {
  const { _sum } = await withOrg(ctx.scope, (tx) =>
    tx.callLogPart.aggregate({ where: { logId: id }, _sum: { calls: true } }),
  );
  return _sum.calls ?? 0;
};
/** Moves the last day of a log as the database's owner, who alone can: no role changes it. */
async function setLastDay(id: string, day: string): Promise<void> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
    ctx.scope.org,
  ]);
  await owner.query("UPDATE call_log SET stored_until = $2 WHERE id = $1", [id, day]);
  await owner.end();
}
const lastEntry = () =>
  withOrg(ctx.scope, (tx) =>
    tx.journalText.findFirst({ orderBy: { seq: "desc" }, select: { event: true, text: true } }),
  );
const headOf = (campaignId: string) => ({
  campaignId,
  fileName: "appels.csv",
  storedUntil: "2099-12-31",
  layout: LOG_LAYOUT,
  head: "",
});

const LINES = [
  "0612000001;2026-08-18 10:30:00;ANSWERED;0123456789;a1",
  "0612000002;2026-08-18 10:31:00;NO ANSWER;0123456789;a2",
  "1001;2026-08-18 10:32:00;ANSWERED;0123456789;a3",
  "0612000003;hier;ANSWERED;0123456789;a4",
  "0612000003;2999-01-01 10:00:00;ANSWERED;0123456789;a5",
  "0612000004",
];

const moroccanLog = async (numberCountry: string | null) => {
  const { id: controllerId } = await makeController(ctx, { country: "MA" });
  const { id } = await makeCampaign(ctx, { controllerId });
  const layout = { ...LOG_LAYOUT, numberCountry };
  const log = await receiveLines(ctx, id, [`0692123456;2026-08-18 10:30:00;NA;;${newId()}`], { layout });
  return withOrg(ctx.scope, (tx) => tx.callLog.findFirstOrThrow({ where: { id: log } }));
};

it("asks once of which country the numbers of a file are that several of its countries have", async () => {
  expect(await moroccanLog(null)).toMatchObject({
    state: "failed",
    failure: "ambiguous-numbers",
    badLines: { ambiguous: { count: 1 } },
  });
  expect(await moroccanLog("MA")).toMatchObject({ state: "queued", calls: 1 });
});

describe("receiveLog", () => {
  it("stores calls under keys, counts bad lines by reason, and journals what it read", async () => {
    const id = await receiveLines(ctx, await campaign(), LINES);
    expect(await found(id)).toMatchObject({
      state: "queued",
      lines: 6,
      calls: 2,
      knownCalls: 0,
      codes: { ANSWERED: 1, "NO ANSWER": 1 },
      sha256: createHash("sha256").update(logText(LINES)).digest("hex"),
      badLines: {
        number: { count: 1, lines: [4] },
        time: { count: 1, lines: [5] },
        ahead: { count: 1, lines: [6] },
        columns: { count: 1, lines: [7] },
      },
    });
    expect(await callsOf(id)).toBe(2);
    const entry = await lastEntry();
    expect(entry?.event).toBe("call-log.received");
    expect(entry?.text).toContain("appels.csv");
  });

  it("stores no number called, in whatever table", async () => {
    await receiveLines(ctx, await campaign(), ["0698765432;2026-08-18 10:30:00;ANSWERED;0123456789;b1"]);
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    const { rows: tables } = await owner.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await owner.query(
        `SELECT 1 FROM "${name}" t WHERE to_jsonb(t)::text ~ '698765432' LIMIT 1`,
      );
      if (rowCount) holding.push(name);
    }
    await owner.end();
    expect(holding).toEqual([]);
  });

  it("counts the same file once, and names the log that it is", async () => {
    const of = await campaign();
    const lines = ["0612000011;2026-08-18 10:30:00;ANSWERED;0123456789;c1"];
    const [first, second] = [await receiveLines(ctx, of, lines), await receiveLines(ctx, of, lines)];
    expect(await found(second)).toMatchObject({ state: "failed", failure: "same-file", sameAs: first });
    expect(await callsOf(first)).toBe(1);
    expect(await callsOf(second)).toBe(0);
  });

  it("counts a call of two logs once: by its instant, or by the dialler's name of it", async () => {
    const of = await campaign();
    await receiveLines(ctx, of, [
      "0612000021;2026-08-18 10:30:00;ANSWERED;0123456789;d1",
      "0612000022;2026-08-18 10:30:00;ANSWERED;0123456789;d2",
    ]);
    const second = await receiveLines(ctx, of, [
      "+33612000021;2026-08-18 10:30:00;ANSWERED;0123456789;",
      "0612000022;2026-08-18 10:30:09;ANSWERED;0123456789;d2",
      "0612000022;2026-08-18 10:31:00;ANSWERED;0123456789;d3",
      "0612000022;2026-08-18 10:31:00;ANSWERED;0123456789;d3",
    ]);
    expect(await found(second)).toMatchObject({ calls: 1, knownCalls: 3 });
  });

  it("leaves nothing of a file that breaks off", async () => {
    const bytes = Buffer.from(logText(LINES));
    const cut = (async function* () {
      yield bytes.subarray(0, 60);
    })();
    const broken = (async function* () {
      yield bytes.subarray(0, 60);
      throw new Error("aborted");
    })();
    const head = headOf(await campaign());
    for (const body of [cut, broken]) {
      expect(await receiveLog(ctx, { head, size: bytes.length, body })).toMatchObject({
        refusal: { issues: [{ key: "brokenOff" }] },
      });
    }
    const failed = await withOrg(ctx.scope, (tx) =>
      tx.callLog.findMany({ where: { campaignId: head.campaignId }, select: { id: true, failure: true } }),
    );
    expect(failed.map(({ failure }) => failure)).toEqual(["broken-off", "broken-off"]);
    expect(await Promise.all(failed.map(({ id }) => callsOf(id)))).toEqual([0, 0]);
  });

  it("reads one at a time, and goes on after a process that died", async () => {
    const of = await campaign();
    const id = await receiveLines(ctx, of, ["0612000031;2026-08-18 10:30:00;ANSWERED;0123456789;e1"]);
    const reading = (leasedUntil: Date) =>
      withOrg(ctx.scope, (tx) =>
        tx.callLog.updateMany({ where: { id }, data: { state: "reading", leasedUntil } }),
      );
    await reading(new Date(ctx.now.getTime() + 60_000));
    const body = (async function* () {
      yield Buffer.from("");
    })();
    expect(await receiveLog(ctx, { head: headOf(of), size: 0, body })).toMatchObject({
      refusal: { issues: [{ key: "busy" }] },
    });
    await reading(new Date(ctx.now.getTime() - 1));
    const next = await receiveLines(ctx, of, ["0612000031;2026-08-18 10:30:00;ANSWERED;0123456789;e1"]);
    expect(await found(id)).toMatchObject({ state: "failed", failure: "interrupted" });
    expect(await found(next)).toMatchObject({ state: "queued", calls: 1 });
  });

  it("is of writers, and of campaigns of one's own organisation", async () => {
    const head = headOf(await campaign());
    const body = (async function* () {
      yield Buffer.from("");
    })();
    expect(await receiveLog(as(ctx, "viewer"), { head, size: 0, body })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await receiveLog(foreign, { head, size: 0, body })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    const own = await makeCallLog(ctx, head.campaignId);
    expect(await found(own, foreign)).toBeNull();
  });
});

describe("a judged log", () => {
  it("is judged again when a person decides what a code means", async () => {
    const id = await receiveLines(ctx, await campaign(), [
      "0612000041;2026-08-18 10:30:00;C17;0123456789;f1",
      "0612000041;2026-08-19 10:30:00;ANSWERED;0123456789;f2",
    ]);
    const outcomes = { C17: "refused" } as const;
    expect(await decideOutcomes(ctx, { id, outcomes })).toMatchObject({
      refusal: { issues: [{ key: "notNow" }] },
    });
    await judgeAs(ctx, id);
    const brokenNow = async () =>
      (
        await withOrg(ctx.scope, (tx) =>
          tx.callLogJudgement.findFirst({ where: { logId: id }, orderBy: { id: "desc" } }),
        )
      )?.broken;
    expect(await brokenNow()).toBe(0);
    expect(await decideOutcomes(as(ctx, "viewer"), { id, outcomes })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await decideOutcomes(ctx, { id, outcomes })).toMatchObject({ ok: true });
    expect((await lastEntry())?.event).toBe("call-log.outcomes");
    await judgeAs(ctx, id);
    expect(await brokenNow()).toBe(1);
    expect(await judgeAgain(ctx, { id })).toMatchObject({ ok: true });
  });

  it("has its finding closed by a dated act with its reason, of what was judged last", async () => {
    const id = await makeCallLog(ctx, await campaign());
    const { id: judgementId } = await withOrg(ctx.scope, (tx) =>
      tx.callLogJudgement.findFirstOrThrow({ where: { logId: id } }),
    );
    const act = {
      id,
      judgementId,
      on: "2026-01-05",
      reason: "Responsable averti, plage du dialler corrigée",
    };
    expect(await closeFinding(as(ctx, "editor"), act)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await closeFinding(ctx, { ...act, on: "2999-01-01" })).toMatchObject({
      refusal: { issues: [{ path: "on", key: "dateAhead" }] },
    });
    expect(await closeFinding(ctx, act)).toMatchObject({ ok: true });
    expect(await lastEntry()).toMatchObject({ event: "call-log.closed" });
    const other = { ...act, judgementId: "01890000-0000-7000-8000-000000000001" };
    expect(await closeFinding(ctx, other)).toMatchObject({ refusal: { issues: [{ key: "judgedSince" }] } });
  });

  it("loses its calls after its day and no sooner, and says then that earlier attempts are unknown", async () => {
    const of = await campaign();
    const [early, late] = [
      await receiveLines(ctx, of, ["0612000051;2026-08-18 10:30:00;ANSWERED;0123456789;g1"], {
        storedUntil: "2098-12-31",
      }),
      await receiveLines(ctx, of, ["0612000051;2026-08-19 10:30:00;ANSWERED;0123456789;g2"]),
    ];
    for (const id of [early, late]) await judgeAs(ctx, id);
    expect(await clearLog(ctx, { id: early })).toMatchObject({
      refusal: { issues: [{ key: "storedLonger" }] },
    });
    // A clock ahead of the database's deletes nothing, and leaves no log that says so.
    const ahead = jobContext("gap-reassessment", ctx.scope.org, new Date("2099-01-01T12:00:00Z"));
    expect(await clearLog(ahead, { id: early })).toMatchObject({ refusal: { issues: [{ key: "notNow" }] } });
    expect([await callsOf(early), (await found(early))?.clearedAt]).toEqual([1, null]);
    await setLastDay(early, "2026-11-30");
    const job = jobContext("gap-reassessment", ctx.scope.org, ctx.now);
    expect(await clearLog(job, { id: early })).toMatchObject({ ok: true });
    expect(await callsOf(early)).toBe(0);
    expect(await found(early)).toMatchObject({ calls: 1, state: "judged" });
    expect(await clearLog(job, { id: early })).toMatchObject({ refusal: { issues: [{ key: "notNow" }] } });
    await judgeAgain(ctx, { id: late });
    await judgeAs(ctx, late);
    const judgement = await withOrg(ctx.scope, (tx) =>
      tx.callLogJudgement.findFirstOrThrow({ where: { logId: late }, orderBy: { id: "desc" } }),
    );
    expect(JSON.stringify(judgement.findings)).toContain("attempts-unknown");
  });

  it("is added to and never rewritten", async () => {
    for (const change of [
      () => withOrg(ctx.scope, (tx) => tx.callLogJudgement.updateMany({ data: { broken: 0 } })),
      () => withOrg(ctx.scope, (tx) => tx.loggedCall.deleteMany({})),
      () => withOrg(ctx.scope, (tx) => tx.loggedCall.updateMany({ data: { line: 1 } })),
      () => withOrg(ctx.scope, (tx) => tx.callLogPart.deleteMany({})),
      () => withOrg(ctx.scope, (tx) => tx.callLogPart.updateMany({ data: { calls: 0 } })),
    ])
      await expect(change()).rejects.toThrow(/permission denied/);
  });
});
