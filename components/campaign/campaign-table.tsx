"use client";

import { PeriodTable } from "@/components/shell/period-table";
import type { loadCampaigns } from "@/lib/features/campaign/loaders";
import { CampaignStatus } from "./campaign-status";

type Row = Awaited<ReturnType<typeof loadCampaigns>>["rows"][number] & { placeNames: readonly string[] };
type CampaignTableProps = { org: string; rows: readonly Row[] };

export function CampaignTable({ org, rows }: CampaignTableProps) {
  return (
    <PeriodTable
      noun="campaign"
      path={`/${org}/telephone/campaigns`}
      rows={rows}
      isClosed={({ state }) => state === "ended"}
      statusOf={({ state }) => <CampaignStatus of={state} />}
    />
  );
}
