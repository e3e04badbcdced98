import type { CallFinding } from "@/lib/domain/campaign/portal-finding";
import type { CampaignState } from "@/lib/domain/campaign/lifecycle";
import type { ChoiceAct, ChoiceOutcome } from "@/lib/domain/choice/choices";
import { findingStatus } from "@/lib/domain/call-log/closing";
import type { Tx } from "@/lib/platform/database/transaction";

/** Campaigns, and logs of each, that one page shows. */
const MOST_CAMPAIGNS = 100;
const MOST_LOGS = 50;

/** Log of calls as the controller sees it: what the law says of its calls, and whether something was done about it. */
export type PortalLog = {
  id: string;
  calls: number;
  firstAt: number;
  lastAt: number;
  broken: number;
  doubted: number;
  findings: CallFinding[];
  /** "open" while calls outside instructions have no answer; null where there are none. */
  status: ReturnType<typeof findingStatus>;
};

/** Finds the campaigns of the controller, the last begun first, with their judged logs. */
export async function findPortalCampaigns(tx: Tx) {
  const campaigns = await tx.campaign.findMany({
    orderBy: [{ firstDay: "desc" }, { id: "desc" }],
    take: MOST_CAMPAIGNS,
    select: {
      id: true,
      reference: true,
      title: true,
      state: true,
      places: true,
      firstDay: true,
      lastDay: true,
    },
  });
  const logs = await findPortalLogs(
    tx,
    campaigns.map(({ id }) => id),
  );
  return campaigns.map(({ state, ...campaign }) => ({
    ...campaign,
    // The database admits no others.
    state: state as CampaignState,
    logs: (logs.get(campaign.id) ?? []).slice(0, MOST_LOGS),
  }));
}

async function findPortalLogs(tx: Tx, campaignIds: readonly string[]): Promise<Map<string, PortalLog[]>> {
  const logs = await tx.callLog.findMany({
    where: { campaignId: { in: [...campaignIds] } },
    orderBy: [{ lastAt: "desc" }, { id: "desc" }],
    select: { id: true, campaignId: true, calls: true, firstAt: true, lastAt: true },
  });
  const ids = logs.map(({ id }) => id);
  const judgements = await tx.callLogJudgement.findMany({
    where: { logId: { in: ids } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: { id: true, logId: true, broken: true, doubted: true, findings: true },
  });
  const facts = await tx.callLogFact.findMany({
    where: { logId: { in: ids } },
    select: { logId: true, judgementId: true },
  });
  const latest = new Map(judgements.map((judgement) => [judgement.logId, judgement]));
  const brokenOf = new Map(judgements.map(({ id, broken }) => [id, broken]));
  const byCampaign = new Map<string, PortalLog[]>();
  for (const { campaignId, firstAt, lastAt, ...log } of logs) {
    const judgement = latest.get(log.id);
    if (!judgement || !firstAt || !lastAt) continue;
    const closings = facts
      .filter(({ logId }) => logId === log.id)
      .map(({ judgementId }) => ({ judgement: { broken: brokenOf.get(judgementId) ?? 0 } }));
    const own = byCampaign.get(campaignId) ?? [];
    byCampaign.set(campaignId, own);
    own.push({
      ...log,
      firstAt: firstAt.getTime(),
      lastAt: lastAt.getTime(),
      broken: judgement.broken,
      doubted: judgement.doubted,
      findings: lawfulFindings(judgement.findings),
      status: findingStatus(judgement, closings),
    });
  }
  return byCampaign;
}

/** Leaves out what the house alone asks for: it is no rule of the controller's. */
function lawfulFindings(findings: unknown): CallFinding[] {
  // The verbs of the logs wrote them.
  const { groups } = findings as { groups: (CallFinding & { isHouse?: boolean })[] };
  return groups
    .filter(({ isHouse, verdict }) => !isHouse && verdict !== "warning")
    .map(({ rule, article, verdict, reason, calls, country }) => ({
      rule,
      article,
      verdict,
      reason,
      calls,
      ...(country !== undefined && { country }),
    }));
}

export type ChoiceCount = { act: ChoiceAct; outcome: ChoiceOutcome; count: number };

/**
 * Counts the choices of the controller's persons that were recorded since an instant, by act and outcome. An agreement
 * that awaits a holder of parental responsibility was counted when the child gave it.
 */
export function countPortalChoices(tx: Tx, since: Date): Promise<ChoiceCount[]> {
  return tx.$queryRaw<ChoiceCount[]>`
    SELECT act, outcome, count(*)::int FROM choice WHERE recorded_at >= ${since} AND outcome <> 'awaiting'
    GROUP BY act, outcome ORDER BY act, outcome`;
}
