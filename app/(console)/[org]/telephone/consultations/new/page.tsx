import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewConsultationForm } from "@/components/consultation/new-consultation-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadNewConsultation } from "@/lib/features/consultation/loaders";

type PageProps = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultation"))("new.title") };
}

export default async function NewConsultationPage({ params }: PageProps) {
  const { org } = await params;
  const { controllers, mayWrite } = await loadNewConsultation(org);
  const t = await getTranslations("consultation");
  return (
    <Sheet>
      <PageHead article={t("articles.list")} title={t("new.title")} lead={t("new.lead")} />
      <Line>
        {mayWrite ? (
          <Words of={["form", "consultation"]}>
            <NewConsultationForm org={org} controllers={controllers} />
          </Words>
        ) : (
          <Forbidden />
        )}
      </Line>
    </Sheet>
  );
}
