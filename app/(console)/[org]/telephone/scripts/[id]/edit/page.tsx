import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CallScriptForm } from "@/components/call-script/call-script-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadCallScript } from "@/lib/features/call-script/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("call-script"))("edit.title") };
}

export default async function EditCallScriptPage({ params }: PageProps) {
  const { org, id } = await params;
  const { script, may } = await loadCallScript(org, id);
  const t = await getTranslations("call-script");
  return (
    <Sheet>
      <PageHead note={<bdi>{script.reference}</bdi>} title={t("edit.title")} lead={t("edit.lead")} />
      <Line>
        {may.write ? (
          <Words of={["form", "call-script", "telephone"]}>
            <CallScriptForm key={id} org={org} script={script} />
          </Words>
        ) : (
          <Forbidden />
        )}
      </Line>
    </Sheet>
  );
}
