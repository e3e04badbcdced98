import { campaignContentSchema } from "@/lib/domain/campaign/content";
import { itemsOf } from "@/lib/domain/campaign/person-facts";
import { isStop, outcomeOf, type CallOutcome } from "@/lib/domain/call-log/outcomes";
import { required } from "@/lib/domain/invariant/required";
import { applicableLaws, type DataLaw } from "@/lib/domain/statute/applicable-laws";
import { ATTEMPT_DAYS } from "@/lib/domain/telephone-prospecting/judge-person";
import { todayIn } from "@/lib/domain/time/zones";
import { findScrubs } from "@/lib/features/campaign/read/queries";
import { findCollections } from "@/lib/features/choice/read/collections";
import { findHouseHistory } from "@/lib/features/telephone/read/house";
import type { Tx } from "@/lib/platform/database/transaction";
import type { LogAsked } from "./judge-log";
import { findProfessionalIds } from "./professional";

const DAY_MS = 86_400_000;

/** Finds the facts that a log is judged by: its campaign as it is, the other logs of the professional, and whose consents are known. */
export async function findLogAsked(tx: Tx, id: string): Promise<LogAsked & { campaignVersion: number }> {
  const log = await tx.callLog.findFirstOrThrow({
    where: { id },
    select: {
      orgId: true,
      professionalId: true,
      firstAt: true,
      lastAt: true,
      campaign: { select: { id: true, controllerId: true, content: true, version: true } },
    },
  });
  const { controllerId, version } = log.campaign;
  const content = campaignContentSchema.parse(log.campaign.content);
  const professionals = await findProfessionalIds(tx, log.professionalId);
  const controllers = await findControllers(tx, controllerId);
  const logs = await tx.callLog.findMany({
    where: { professionalId: { in: professionals }, state: { notIn: ["reading", "failed"] } },
    select: { id: true, codes: true, outcomes: true, clearedAt: true, firstAt: true, lastAt: true },
  });
  return {
    org: log.orgId,
    log: id,
    controllers,
    purpose: content.product,
    campaignVersion: version,
    content,
    at: required(log.lastAt, "last call of a log").getTime(),
    laws: await findLaws(tx, controllerId),
    houses: await findHouseHistory(tx),
    logs: logs
      .filter((one) => mayCount(one, log))
      .map(({ id, outcomes }) => ({ id, decided: decidedIn(outcomes) })),
    hasConsents:
      (await tx.choice.count({
        where: { controllerId: { in: controllers }, act: "telephone", outcome: "allowed" },
        take: 1,
      })) > 0,
    collections: new Map(
      (await findCollections(tx, controllers)).map(({ id, items }) => [id, itemsOf(items)]),
    ),
    scrubs: (await findScrubs(tx, log.campaign.id)).map(({ scrubbedOn }) => scrubbedOn),
    cleared: logs.flatMap(({ clearedAt, firstAt, lastAt }) =>
      clearedAt && firstAt && lastAt ? [{ firstAt: firstAt.getTime(), lastAt: lastAt.getTime() }] : [],
    ),
  };
}

type Span = { firstAt: Date | null; lastAt: Date | null };
type LogRow = Span & { clearedAt: Date | null; codes: unknown; outcomes: unknown };

/** True of a log of which a call may count: those of a window before the log, and every stop before its end. */
function mayCount({ firstAt, lastAt, clearedAt, codes, outcomes }: LogRow, log: Span): boolean {
  if (clearedAt || !firstAt || !lastAt) return false;
  if (firstAt > required(log.lastAt, "last call of a log")) return false;
  const windowFrom = required(log.firstAt, "first call of a log").getTime() - (ATTEMPT_DAYS + 1) * DAY_MS;
  if (lastAt.getTime() >= windowFrom) return true;
  return Object.keys(codes as Record<string, number>)
    .map((code) => outcomeOf(code, decidedIn(outcomes)))
    .some((outcome) => isStop(outcome) || outcome === "unknown");
}

// The verbs of this noun wrote them.
function decidedIn(outcomes: unknown): Record<string, CallOutcome> {
  return outcomes as Record<string, CallOutcome>;
}

/** A controller with those that were merged into it, or with the one that it was merged into and the others of that one. */
export async function findControllers(tx: Tx, id: string): Promise<string[]> {
  const found = await tx.controller.findFirst({ where: { id }, select: { mergedIntoId: true } });
  return findProfessionalIds(tx, found?.mergedIntoId ?? id);
}

/** Laws of a controller, or of the one that it was merged into, on the day in Casablanca. */
async function findLaws(tx: Tx, id: string): Promise<DataLaw[]> {
  const found = await tx.controller.findFirst({ where: { id }, select: { mergedIntoId: true } });
  const holder = await tx.controller.findFirstOrThrow({
    where: { id: found?.mergedIntoId ?? id },
    select: { country: true, address: true, establishments: true, targeting: true, targetCountries: true },
  });
  const { applied } = applicableLaws(holder, { on: todayIn("Africa/Casablanca", Date.now()) });
  return applied.map(({ law }) => law);
}
