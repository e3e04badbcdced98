import { placesCalled } from "@/lib/domain/campaign/places";
import { defineDocument } from "@/lib/platform/versioned/define-document";
import { findCampaign, flattenCampaign, type CampaignRow } from "@/lib/features/campaign/read/queries";

type Fields = Pick<
  CampaignRow,
  "reference" | "controllerId" | "instructionId" | "scriptId" | "title" | "state" | "content"
>;

export const campaignDocument = defineDocument<CampaignRow, Fields>()({
  noun: "campaign",
  table: "campaign",
  versions: "campaign_version",
  facts: "campaign_fact",
  key: "campaignId",
  find: findCampaign,
  columnsOf: (_tx, _ctx, { content }) => ({
    places: placesCalled(content),
    firstDay: content.firstDay,
    lastDay: content.lastDay,
  }),
  versionOf: (
    { reference, title, state, controllerId, instructionId, scriptId, content },
    change: "created" | "saved" | "moved",
  ) => ({
    change,
    reference,
    title,
    state,
    snapshot: { title, controllerId, instructionId, scriptId, state, content },
  }),
  flatten: flattenCampaign,
  labelOf: ({ reference, title }) => `${reference} · ${title}`,
});
