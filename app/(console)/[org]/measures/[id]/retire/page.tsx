import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RetireForm } from "@/components/measure/retire-form";
import { TouchedPart } from "@/components/measure/touched-part";
import { PartedFormPage } from "@/components/shell/form-page";
import { loadMeasure } from "@/lib/features/measure/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("measure", "retire.act");

/** A page instead of a dialog: the affected entries and the reason need no JavaScript. */
export default async function RetireMeasurePage({ params }: PageProps) {
  const { org, id } = await params;
  const { measure, touched, mayWrite } = await loadMeasure(org, id, await getLocale());
  if (measure.retiredAt !== null) redirect(`/${org}/measures/${id}`);
  const t = await getTranslations("measure");
  return (
    <PartedFormPage
      note={
        <b>
          <bdi>{measure.reference}</bdi>
        </b>
      }
      title={t("retire.title", { title: measure.title })}
      lead={t("retire.lead")}
      isAllowed={mayWrite}
      words={["measure"]}
    >
      <RetireForm
        org={org}
        id={id}
        version={measure.version}
        touched={{ count: touched.count, shown: <TouchedPart org={org} touched={touched} /> }}
      />
    </PartedFormPage>
  );
}
