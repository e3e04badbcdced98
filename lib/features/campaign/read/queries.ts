import { type CampaignContent, campaignContentSchema } from "@/lib/domain/campaign/content";
import type { CampaignState } from "@/lib/domain/campaign/lifecycle";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { LATEST_FACTS, LATEST_VERSIONS } from "@/lib/platform/versioned/history";

const campaignSelect = {
  id: true,
  reference: true,
  controllerId: true,
  instructionId: true,
  scriptId: true,
  title: true,
  state: true,
  content: true,
  version: true,
  updatedAt: true,
  controller: { select: { id: true, legalName: true, mergedIntoId: true } },
  instruction: { select: { id: true, number: true } },
  script: { select: { id: true, reference: true, title: true, state: true } },
} satisfies Prisma.CampaignSelect;

type Stored = Prisma.CampaignGetPayload<{ select: typeof campaignSelect }>;

export type CampaignRow = Omit<Stored, "content" | "state"> & {
  state: CampaignState;
  content: CampaignContent;
};

export async function findCampaign(tx: Tx, id: string): Promise<CampaignRow | null> {
  const row = await tx.campaign.findFirst({ where: { id }, select: campaignSelect });
  return row && readCampaign(row);
}

/** Most campaigns that are judged for one page. */
const MOST_STARTED = 100;

/** Campaigns that run on a day of theirs. */
export async function findStartedCampaigns(tx: Tx, day: string): Promise<CampaignRow[]> {
  const rows = await tx.campaign.findMany({
    where: { state: "started", firstDay: { lte: day }, lastDay: { gte: day } },
    orderBy: { id: "asc" },
    take: MOST_STARTED,
    select: campaignSelect,
  });
  return rows.map(readCampaign);
}

/** Campaigns that send messages too and have not ended, the last recorded first. */
export async function findWritingCampaigns(tx: Tx) {
  const rows = await tx.campaign.findMany({
    where: { state: { not: "ended" }, content: { path: ["writes"], equals: "yes" } },
    orderBy: { id: "desc" },
    take: MOST_STARTED,
    select: { id: true, reference: true, title: true },
  });
  return rows.map(({ id, reference, title }) => ({ value: id, label: `${reference} · ${title}` }));
}

/** Campaigns that nobody has started, whose first day is no later than `until` and whose last has not passed. */
export async function findCampaignsToStart(
  tx: Tx,
  { day, until }: { day: string; until: string },
): Promise<CampaignRow[]> {
  const rows = await tx.campaign.findMany({
    where: { state: "draft", firstDay: { lte: until }, lastDay: { gte: day } },
    orderBy: { id: "asc" },
    take: MOST_STARTED,
    select: campaignSelect,
  });
  return rows.map(readCampaign);
}

function readCampaign({ content, state, ...row }: Stored): CampaignRow {
  return { ...row, state: state as CampaignState, content: campaignContentSchema.parse(content) };
}

/** Fields of the journal. */
export function flattenCampaign({ title, controllerId, instructionId, scriptId, content }: CampaignRow) {
  return { title, controllerId, instructionId, scriptId, ...content };
}

export function findVersions(tx: Tx, campaignId: string) {
  return tx.campaignVersion.findMany({ where: { campaignId }, ...LATEST_VERSIONS });
}

export function findFacts(tx: Tx, campaignId: string) {
  return tx.campaignFact.findMany({ where: { campaignId }, ...LATEST_FACTS });
}

/** Scrubs of the campaign's list, the latest first. */
export function findScrubs(tx: Tx, campaignId: string) {
  return tx.campaignScrub.findMany({
    where: { campaignId },
    orderBy: [{ scrubbedOn: "desc" }, { id: "desc" }],
    take: 100,
    select: {
      id: true,
      scrubbedOn: true,
      fileCount: true,
      certificate: true,
      recordedAt: true,
      authorName: true,
    },
  });
}
