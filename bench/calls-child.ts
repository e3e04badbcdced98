import { createReadStream, statSync } from "node:fs";
import { z } from "zod";
import { NO_COLUMNS, type CallLayout } from "@/lib/domain/call-log/layout";
import { judgeOneLog } from "@/lib/features/call-log/write/judge";
import { receiveLog } from "@/lib/features/call-log/write/receive";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "@/prisma/factories/register";
import { openConfiguredDatabase } from "@/scripts/start/database";
import { readProcessorSeconds } from "./processor";
import { readPlainly, secondsSince } from "./plain-loop";

// Reads a log by a plain loop, or reads and judges it as the product does. The words are which, the file, and for the
// product the context as JSON and the campaign; the answer on stdout is seconds, of processors too, and counts.

const LAYOUT: CallLayout = {
  columns: { ...NO_COLUMNS, callId: 0, at: 2, status: 4, number: 5, shown: 6 },
  hasHead: true,
  delimiter: ",",
  encoding: "utf-8",
  timeFormat: "iso",
  zone: "Europe/Paris",
  dialPrefix: "",
  onlyValue: "",
  numberCountry: null,
  countryColumn: "",
};

const [which, file, stated = "{}", campaignId = ""] = z
  .tuple([z.enum(["floor", "product"]), z.string()])
  .rest(z.string())
  .parse(process.argv.slice(2));

process.stdout.write(
  `${JSON.stringify(await (which === "floor" ? readPlainly(file, (line) => line.split(",")[5]) : readAndJudge()))}\n`,
);

async function readAndJudge() {
  const database = await openConfiguredDatabase();
  try {
    const ctx: StaffCtx = { ...(JSON.parse(stated) as Pick<StaffCtx, "actor" | "scope">), now: new Date() };
    const head = { campaignId, fileName: "calls.csv", storedUntil: "2099-12-31", layout: LAYOUT, head: "" };
    const measureReading = beginMeasure();
    const sent = {
      head,
      size: statSync(file).size,
      body: createReadStream(file) as AsyncIterable<Uint8Array>,
    };
    const { id } = valueOf(await receiveLog(ctx, sent));
    const reading = measureReading();
    const measureJudging = beginMeasure();
    const job = jobContext("gap-reassessment", ctx.scope.org, new Date());
    const outcome = valueOf(await judgeOneLog(job, id, new AbortController().signal));
    if (outcome !== "judged") throw new Error(`The log was ${outcome}.`);
    const judging = measureJudging();
    const judgement = await withOrg(ctx.scope, (tx) =>
      tx.callLogJudgement.findFirstOrThrow({ where: { logId: id }, select: { calls: true, findings: true } }),
    );
    const { groups } = judgement.findings as { groups: unknown[] };
    return { reading, judging, calls: judgement.calls, groups: groups.length };
  } finally {
    await closeClients();
    await database.release();
  }
}

/** Returns a function that tells the seconds since, and those of processors in this process and in PostgreSQL. */
function beginMeasure() {
  const [begun, before] = [performance.now(), readProcessorSeconds(process.pid)];
  return () => {
    const after = readProcessorSeconds(process.pid);
    return {
      seconds: secondsSince(begun),
      node: after.web - before.web,
      database: after.database - before.database,
    };
  };
}
