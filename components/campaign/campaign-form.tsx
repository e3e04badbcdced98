"use client";

import { bindAction } from "@/components/form/bind-action";
import { SectionFrame } from "@/components/form/section-frame";
import type { Option } from "@/components/ui/text-input";
import { saveCampaign } from "@/lib/features/campaign/actions";
import type { loadCampaignForm } from "@/lib/features/campaign/loaders";
import { campaignFieldsSchema } from "@/lib/features/campaign/schema";
import { CampaignFields } from "./campaign-fields";
import { useCampaignWords } from "./use-campaign-words";

type Loaded = Awaited<ReturnType<typeof loadCampaignForm>>;
type CampaignFormProps = Pick<Loaded, "saved" | "values" | "instructions" | "scripts" | "clientCountry"> & {
  org: string;
  countries: readonly Option[];
};

export function CampaignForm(props: CampaignFormProps) {
  const { org, saved, values, instructions, scripts, countries, clientCountry } = props;
  const words = useCampaignWords({ instructions: instructions.options, scripts, countries });
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
      <CampaignFields {...{ instructions, scripts, countries, clientCountry }} labels={words.labels} />
    </SectionFrame>
  );
}
