"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { DatedEventForm } from "@/components/form/dated-event-form";
import type { CampaignEvent } from "@/lib/domain/campaign/lifecycle";
import { changeCampaignState } from "@/lib/features/campaign/actions";
import { campaignMoveSchema } from "@/lib/features/campaign/schema";

type MoveFormProps = {
  org: string;
  id: string;
  version: number;
  events: readonly CampaignEvent[];
  /** Latest day allowed. */
  today: string;
};

/** Unlike other dated events, a start without doubts needs no reason. */
export function MoveForm({ org, ...move }: MoveFormProps) {
  const t = useTranslations("campaign.state");
  return (
    <DatedEventForm
      {...move}
      noun="campaign"
      action={bindAction(changeCampaignState, org)}
      schema={campaignMoveSchema.omit({ id: true, version: true })}
      back={`/${org}/telephone/campaigns/${move.id}`}
      reasonHint={t("reasonHint")}
    />
  );
}
