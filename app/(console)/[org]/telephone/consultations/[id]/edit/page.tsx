import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsultationForm } from "@/components/consultation/consultation-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { loadConsultationForm } from "@/lib/features/consultation/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultation"))("edit.title") };
}

export default async function EditConsultationPage({ params }: PageProps) {
  const { org, id } = await params;
  const { mayWrite, ...loaded } = await loadConsultationForm(org, id);
  const t = await getTranslations("consultation");
  const back = <LinkButton href={`/${org}/telephone/consultations/${id}`}>{t("back")}</LinkButton>;
  return (
    <Sheet>
      <PageHead note={<bdi>{loaded.saved.reference}</bdi>} title={t("edit.title")} lead={t("edit.lead")} />
      <Line>
        {mayWrite ? (
          <Words of={["form", "consultation", "choice"]}>
            <ConsultationForm org={org} {...loaded} />
          </Words>
        ) : (
          <Forbidden actions={back} />
        )}
      </Line>
    </Sheet>
  );
}
