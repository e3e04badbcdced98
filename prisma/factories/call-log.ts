import { setTimeout } from "node:timers/promises";
import { NO_COLUMNS, type CallLayout } from "@/lib/domain/call-log/layout";
import type { LogHead } from "@/lib/features/call-log/schema";
import { closeFinding } from "@/lib/features/call-log/write/mutations";
import { judgeOneLog } from "@/lib/features/call-log/write/judge";
import { receiveLog } from "@/lib/features/call-log/write/receive";
import { withOrg } from "@/lib/platform/database/transaction";
import { newId } from "@/lib/platform/database/ids";
import { jobContext } from "@/lib/platform/jobs/job-context";
import type { Ctx } from "@/lib/platform/request/context";
import { makeCampaign } from "./campaign";
import { valueOf } from "./register";

/** Columns of the logs that are made here: number, instant in Paris, disposition, number shown, the dialler's name. */
export const LOG_LAYOUT: CallLayout = {
  columns: { ...NO_COLUMNS, number: 0, at: 1, status: 2, shown: 3, callId: 4 },
  hasHead: true,
  delimiter: ";",
  encoding: "utf-8",
  timeFormat: "iso",
  zone: "Europe/Paris",
  dialPrefix: "",
  onlyValue: "",
  numberCountry: null,
  countryColumn: "",
};
const HEAD = "number;at;status;shown;id";
/** Bytes that arrive at once. */
const PIECE = 1000;

export function logText(lines: readonly string[]): string {
  return [HEAD, ...lines, ""].join("\n");
}

/** Lines of calls to as many persons, minutes apart. */
export function manyCalls(count: number): string[] {
  return Array.from({ length: count }, (_, call) => {
    const at = new Date(Date.UTC(2026, 7, 17, 8) + call * 60_000).toISOString();
    return `06${10_000_000 + call};${at.slice(0, 10)} ${at.slice(11, 19)};NA;0123456789;`;
  });
}

/** Reads a log of these lines, and leaves it to be judged. */
export async function receiveLines(
  ctx: Ctx,
  campaignId: string,
  lines: readonly string[],
  stated: Partial<LogHead> = {},
): Promise<string> {
  const bytes = Buffer.from(logText(lines));
  const body = (async function* () {
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  })();
  const head = {
    campaignId,
    fileName: "appels.csv",
    storedUntil: "2099-12-31",
    layout: LOG_LAYOUT,
    head: "",
    ...stated,
  };
  return valueOf(await receiveLog(ctx, { head, size: bytes.length, body })).id;
}

/** Judges a log as the job does. */
export async function judgeAs(ctx: Ctx, id: string): Promise<string> {
  const job = jobContext("gap-reassessment", ctx.scope.org, ctx.now);
  return valueOf(await judgeOneLog(job, id, new AbortController().signal));
}

/** A log of one lawful and one unlawful call, judged; its layout is remembered under a head. */
export async function makeCallLog(ctx: Ctx, campaignId: string): Promise<string> {
  const lines = [
    "0612345678;2026-08-18 10:30:00;ANSWERED;0123456789;",
    "0698765432;2026-08-18 21:30:00;DNC;0123456789;",
    // No two of these files are the same.
    `,${newId()}`,
  ];
  const id = await receiveLines(ctx, campaignId, lines, { head: "5f".repeat(32) });
  await judgeAs(ctx, id);
  // Beside a running server its own job may be the one that judges.
  while (!(await isJudged(ctx, id))) await setTimeout(50);
  return id;
}

function isJudged(ctx: Ctx, logId: string): Promise<boolean> {
  return withOrg(ctx.scope, async (tx) => (await tx.callLogJudgement.count({ where: { logId } })) > 0);
}

/** A log whose finding is closed. */
export async function makeClosedLog(ctx: Ctx, { controllerId }: { controllerId: string }): Promise<string> {
  const { id: campaign } = await makeCampaign(ctx, { controllerId, basis: "contract" });
  const id = await makeCallLog(ctx, campaign);
  const { id: judgementId } = await withOrg(ctx.scope, (tx) =>
    tx.callLogJudgement.findFirstOrThrow({ where: { logId: id } }),
  );
  const reason = "Responsable averti par courriel, plage horaire du composeur corrigée";
  valueOf(await closeFinding(ctx, { id, judgementId, on: "2026-01-05", reason }));
  return id;
}
