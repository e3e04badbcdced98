import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MeasureForm } from "@/components/measure/measure-form";
import { TouchedPart } from "@/components/measure/touched-part";
import { PartedFormPage } from "@/components/shell/form-page";
import { FAMILIES } from "@/lib/domain/measure/types";
import { loadMeasure } from "@/lib/features/measure/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ org, id }, t, locale] = await Promise.all([params, getTranslations("measure"), getLocale()]);
  return { title: t("edit.title", { reference: (await loadMeasure(org, id, locale)).measure.reference }) };
}

export default async function EditMeasurePage({ params }: PageProps) {
  const { org, id } = await params;
  const { measure, touched, mayWrite } = await loadMeasure(org, id, await getLocale());
  if (measure.retiredAt !== null) redirect(`/${org}/measures/${id}`);
  const [t, families] = await Promise.all([
    getTranslations("measure"),
    getTranslations("measure-library.families"),
  ]);
  return (
    <PartedFormPage
      note={t("note")}
      title={t("edit.title", { reference: measure.reference })}
      lead={t("edit.lead")}
      isAllowed={mayWrite}
      words={["measure"]}
    >
      <MeasureForm
        key={id}
        org={org}
        measure={measure}
        families={FAMILIES.map((value) => ({ value, label: families(value) }))}
        touched={{ count: touched.count, shown: <TouchedPart org={org} touched={touched} /> }}
      />
    </PartedFormPage>
  );
}
