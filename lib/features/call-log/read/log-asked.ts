import { campaignContentSchema } from "@/lib/domain/campaign/content";
import { itemsOf } from "@/lib/domain/campaign/person-facts";
import type { CallOutcome } from "@/lib/domain/call-log/outcomes";
import { required } from "@/lib/domain/invariant/required";
import { findScrubs } from "@/lib/features/campaign/read/queries";
import { findCollections } from "@/lib/features/choice/read/collections";
import { findHouseHistory } from "@/lib/features/telephone/read/house";
import type { Tx } from "@/lib/platform/database/transaction";
import type { LogAsked } from "./judge-log";
import { findProfessionalIds } from "./professional";

/** Finds the facts that a log is judged by: its campaign as it is, the other logs of the professional, and whose consents are known. */
export async function findLogAsked(tx: Tx, id: string): Promise<LogAsked & { campaignVersion: number }> {
  const log = await tx.callLog.findFirstOrThrow({
    where: { id },
    select: {
      ...{ professionalId: true, firstAt: true, lastAt: true },
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
    ...{ log: id, professionals, controllers, purpose: content.product, campaignVersion: version },
    content,
    firstAt: required(log.firstAt, "first call of a log"),
    lastAt: required(log.lastAt, "last call of a log"),
    houses: await findHouseHistory(tx),
    logs: logs.map((one) => ({
      id: one.id,
      codes: Object.keys(one.codes as Record<string, number>),
      decided: one.outcomes as Record<string, CallOutcome>,
    })),
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

/** A controller with those that were merged into it, or with the one that it was merged into and the others of that one. */
async function findControllers(tx: Tx, id: string): Promise<string[]> {
  const found = await tx.controller.findFirst({ where: { id }, select: { mergedIntoId: true } });
  return findProfessionalIds(tx, found?.mergedIntoId ?? id);
}
