"use client";

import { bindAction } from "@/components/form/bind-action";
import { BeginForm } from "@/components/form/begin-form";
import type { Option } from "@/components/ui/text-input";
import { addCampaign } from "@/lib/features/campaign/actions";
import { campaignCreateSchema } from "@/lib/features/campaign/schema";

type NewCampaignFormProps = { org: string; controllers: readonly Option[]; controllerId?: string };

export function NewCampaignForm({ org, controllers, controllerId }: NewCampaignFormProps) {
  return (
    <BeginForm
      noun="campaign"
      action={bindAction(addCampaign, org)}
      schema={campaignCreateSchema.pick({ controllerId: true, title: true })}
      controllers={controllers}
      controllerId={controllerId}
      back={`/${org}/telephone/campaigns`}
    />
  );
}
