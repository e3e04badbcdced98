import { getTranslations } from "next-intl/server";
import { CallScriptForm } from "@/components/call-script/call-script-form";
import { FormPage } from "@/components/shell/form-page";
import { loadCallScript } from "@/lib/features/call-script/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("call-script", "edit.title");

export default async function EditCallScriptPage({ params }: PageProps) {
  const { org, id } = await params;
  const { script, may } = await loadCallScript(org, id);
  const t = await getTranslations("call-script");
  return (
    <FormPage
      note={<bdi>{script.reference}</bdi>}
      title={t("edit.title")}
      lead={t("edit.lead")}
      isAllowed={may.write}
      words={["call-script", "telephone"]}
    >
      <CallScriptForm key={id} org={org} script={script} />
    </FormPage>
  );
}
