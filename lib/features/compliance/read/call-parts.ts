import { findingStatus } from "@/lib/domain/call-log/closing";
import type { CALL_CODES } from "@/lib/domain/compliance/duties";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { findStartedCampaigns } from "@/lib/features/campaign/read/queries";
import { findReadinessToday } from "@/lib/features/campaign/read/readiness";
import type { Tx } from "@/lib/platform/database/transaction";

/** Campaign, or log of a dialler, in the columns of a finding. */
export type CallPart = {
  controller_id: string;
  noun: "campaign" | "call-log";
  subject_id: string;
  reference: string;
  label: string;
  codes: (typeof CALL_CODES)[number][];
};

const PARTY = { select: { id: true, mergedIntoId: true } } as const;

/**
 * Calls within the law: campaigns that have not ended, which lack ground while they run on a day that something forbids,
 * and judged logs, until somebody has settled the calls that break a rule. A controller without a campaign has none.
 */
export async function findCallParts(tx: Tx, now: Date): Promise<CallPart[]> {
  return [...(await findCampaignParts(tx, now)), ...(await findLogParts(tx))];
}

async function findCampaignParts(tx: Tx, now: Date): Promise<CallPart[]> {
  const rows = await tx.campaign.findMany({
    where: { state: { not: "ended" } },
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, title: true, controller: PARTY },
  });
  const forbidden = rows.length === 0 ? new Set<string>() : await findForbidden(tx, now);
  return rows.map(({ id, reference, title, controller }) => ({
    controller_id: holderOf(controller),
    noun: "campaign",
    subject_id: id,
    reference,
    label: title,
    codes: forbidden.has(id) ? ["forbidden"] : [],
  }));
}

/** Campaigns that run on a day which something forbids. */
async function findForbidden(tx: Tx, now: Date): Promise<Set<string>> {
  const found = new Set<string>();
  for (const campaign of await findStartedCampaigns(tx, todayAtHome(now.getTime())))
    if ((await findReadinessToday(tx, campaign, now)).colour === "red") found.add(campaign.id);
  return found;
}

async function findLogParts(tx: Tx): Promise<CallPart[]> {
  const rows = await tx.callLog.findMany({
    where: { judgements: { some: {} } },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      fileName: true,
      campaign: { select: { reference: true, controller: PARTY } },
      judgements: {
        orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { id: true, broken: true },
      },
      facts: { select: { judgement: { select: { broken: true } } } },
    },
  });
  return rows.map(({ id, fileName, campaign, judgements, facts }) => ({
    controller_id: holderOf(campaign.controller),
    noun: "call-log",
    subject_id: id,
    reference: campaign.reference,
    label: fileName,
    codes: findingStatus(judgements[0] ?? null, facts) === "open" ? ["outside"] : [],
  }));
}

function holderOf({ id, mergedIntoId }: { id: string; mergedIntoId: string | null }): string {
  return mergedIntoId ?? id;
}
