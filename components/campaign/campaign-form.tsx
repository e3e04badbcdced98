"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { saveCampaign } from "@/lib/features/campaign/actions";
import type { loadCampaignForm } from "@/lib/features/campaign/loaders";
import { campaignFieldsSchema } from "@/lib/features/campaign/schema";
import { CampaignFields } from "./campaign-fields";
import { FIELD_NAMES, useCampaignWords } from "./use-campaign-words";

type Loaded = Awaited<ReturnType<typeof loadCampaignForm>>;
type CampaignFormProps = Pick<Loaded, "saved" | "values" | "instructions" | "scripts"> & { org: string };

export function CampaignForm({ org, saved, values, instructions, scripts }: CampaignFormProps) {
  const t = useTranslations("campaign");
  const words = useCampaignWords({ instructions, scripts });
  const form = useFlatForm({
    action: bindAction(saveCampaign, org),
    schema: campaignFieldsSchema,
    names: FIELD_NAMES,
    initial: values,
    version: saved.version,
    labelOf: (path) => (words.labels as Record<string, string>)[path.replace(/[.].*/, "")],
    describeIssue: useNounIssues("campaign"),
  });
  return (
    <FlatForm
      form={form}
      subject={saved.reference}
      {...words}
      saved={{ id: saved.id }}
      back={`/${org}/telephone/campaigns/${saved.id}`}
      act={t("save")}
      cancel={t("cancel")}
    >
      <CampaignFields labels={words.labels} instructions={instructions} scripts={scripts} />
    </FlatForm>
  );
}
