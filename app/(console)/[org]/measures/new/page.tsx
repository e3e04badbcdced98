import { getTranslations } from "next-intl/server";
import { MeasureForm } from "@/components/measure/measure-form";
import { PartedFormPage } from "@/components/shell/form-page";
import { FAMILIES } from "@/lib/domain/measure/types";
import { loadMeasureGate } from "@/lib/features/measure/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("measure", "new.title");

export default async function NewMeasurePage({ params }: PageProps) {
  const { org } = await params;
  const { mayWrite } = await loadMeasureGate(org);
  const [t, families] = await Promise.all([
    getTranslations("measure"),
    getTranslations("measure-library.families"),
  ]);
  return (
    <PartedFormPage
      note={t("note")}
      title={t("new.title")}
      lead={t("new.lead")}
      isAllowed={mayWrite}
      words={["measure"]}
    >
      <MeasureForm org={org} families={FAMILIES.map((value) => ({ value, label: families(value) }))} />
    </PartedFormPage>
  );
}
