import { getTranslations } from "next-intl/server";
import { CallScriptForm } from "@/components/call-script/call-script-form";
import { FormPage } from "@/components/shell/form-page";
import { loadScriptForm } from "@/lib/features/call-script/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("call-script", "add");

export default async function NewCallScriptPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { mayWrite, controllers } = await loadScriptForm(org);
  const { controller } = await searchParams;
  const t = await getTranslations("call-script");
  return (
    <FormPage
      article={t("article")}
      title={t("add")}
      lead={t("addLead")}
      isAllowed={mayWrite}
      words={["call-script", "telephone"]}
    >
      <CallScriptForm
        org={org}
        controllers={controllers}
        controllerId={controllers.find(({ id }) => id === controller)?.id}
      />
    </FormPage>
  );
}
