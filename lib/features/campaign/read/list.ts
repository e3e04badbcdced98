import { z } from "zod";
import { type CampaignState, CAMPAIGN_STATES } from "@/lib/domain/campaign/lifecycle";
import { cursorField, viewField } from "@/lib/forms/list-query";
import { Prisma } from "@/lib/generated/prisma/client";
import { countViews, keysIn, ROWS_ASKED } from "@/lib/platform/read/list-page";
import type { Reader } from "@/lib/platform/read/reader";

export const CAMPAIGN_VIEWS = ["all", ...CAMPAIGN_STATES] as const;
export type CampaignView = (typeof CAMPAIGN_VIEWS)[number];

/** Invalid filters are ignored. */
export const campaignQuerySchema = z.object({ view: viewField(CAMPAIGN_VIEWS), after: cursorField });
type CampaignQuery = z.output<typeof campaignQuerySchema>;

export type ListedCampaign = {
  id: string;
  reference: string;
  title: string;
  controllerName: string;
  state: CampaignState;
  firstDay: string | null;
  lastDay: string | null;
};

const cursorSchema = z.tuple([z.uuid()]);

/** Lists the last recorded first. Returns one extra row, to detect a next page. */
export function findCampaignPage(reader: Reader, { view, after }: CampaignQuery): Promise<ListedCampaign[]> {
  const last = keysIn(after, cursorSchema);
  const beyond = last ? Prisma.sql`AND c.id < ${last[0]}::uuid` : Prisma.empty;
  return reader.$queryRaw`
    SELECT c.id, c.reference, c.title, c.state, c.first_day AS "firstDay", c.last_day AS "lastDay",
      coalesce(h.legal_name, o.legal_name) AS "controllerName"
    FROM campaign c JOIN controller o ON o.org_id = c.org_id AND o.id = c.controller_id
    LEFT JOIN controller h ON h.org_id = o.org_id AND h.id = o.merged_into_id
    WHERE true ${viewCondition(view)} ${beyond} ORDER BY c.id DESC LIMIT ${ROWS_ASKED}`;
}

export function countCampaigns(reader: Reader): Promise<Record<CampaignView, number>> {
  return countViews(
    reader,
    CAMPAIGN_VIEWS,
    (view) => Prisma.sql`FROM campaign c WHERE true ${viewCondition(view)}`,
  );
}

function viewCondition(view: CampaignView): Prisma.Sql {
  return view === "all" ? Prisma.empty : Prisma.sql`AND c.state = ${view}`;
}
