"use client";

import { bindAction } from "@/components/form/bind-action";
import { BeginForm } from "@/components/form/begin-form";
import type { Option } from "@/components/ui/text-input";
import { addCampaign } from "@/lib/features/campaign/actions";
import { campaignCreateSchema } from "@/lib/features/campaign/schema";

export function NewCampaignForm({ org, controllers }: { org: string; controllers: readonly Option[] }) {
  return (
    <BeginForm
      noun="campaign"
      action={bindAction(addCampaign, org)}
      schema={campaignCreateSchema.pick({ controllerId: true, title: true })}
      controllers={controllers}
      back={`/${org}/telephone/campaigns`}
    />
  );
}
