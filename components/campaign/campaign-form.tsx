"use client";

import { bindAction } from "@/components/form/bind-action";
import { SectionFrame } from "@/components/form/section-frame";
import { saveCampaign } from "@/lib/features/campaign/actions";
import type { loadCampaignForm } from "@/lib/features/campaign/loaders";
import { campaignFieldsSchema } from "@/lib/features/campaign/schema";
import { CampaignFields } from "./campaign-fields";
import { useCampaignWords } from "./use-campaign-words";

type Loaded = Awaited<ReturnType<typeof loadCampaignForm>>;
type CampaignFormProps = Pick<Loaded, "saved" | "values" | "instructions" | "scripts"> & { org: string };

export function CampaignForm({ org, saved, values, instructions, scripts }: CampaignFormProps) {
  const words = useCampaignWords({ instructions, scripts });
  return (
    <SectionFrame
      noun="campaign"
      action={bindAction(saveCampaign, org)}
      schema={campaignFieldsSchema}
      loaded={{ ...saved, values }}
      words={words}
      saved={{ id: saved.id }}
      back={`/${org}/telephone/campaigns/${saved.id}`}
    >
      <CampaignFields labels={words.labels} instructions={instructions} scripts={scripts} />
    </SectionFrame>
  );
}
