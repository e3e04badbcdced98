import { getTranslations } from "next-intl/server";
import { CollectionForm } from "@/components/choice/collection-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadChoiceForm } from "@/lib/features/choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("choice", "consents.add");

export default async function NewCollectionPage({ params }: PageProps) {
  const { org } = await params;
  const { controllers } = await loadChoiceForm(org, {});
  const t = await getTranslations("choice.consents");
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("add")} lead={t("addLead")} />
      <Line>
        <Words of={["form", "choice"]}>
          <CollectionForm org={org} controllers={controllers} />
        </Words>
      </Line>
    </Sheet>
  );
}
