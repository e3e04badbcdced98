import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RetireForm } from "@/components/measure/retire-form";
import { TouchedPart } from "@/components/measure/touched-part";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadMeasure } from "@/lib/features/measure/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("measure"))("retire.act") };
}

/** A page instead of a dialog: the affected entries and the reason need no JavaScript. */
export default async function RetireMeasurePage({ params }: PageProps) {
  const { org, id } = await params;
  const { measure, touched, mayWrite } = await loadMeasure(org, id, await getLocale());
  if (measure.retiredAt !== null) redirect(`/${org}/measures/${id}`);
  const t = await getTranslations("measure");
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{measure.reference}</bdi>
          </b>
        }
        title={t("retire.title", { title: measure.title })}
        lead={t("retire.lead")}
      />
      {mayWrite ? (
        <Words of={["measure", "form"]}>
          <RetireForm
            org={org}
            id={id}
            version={measure.version}
            touched={{ count: touched.count, shown: <TouchedPart org={org} touched={touched} /> }}
          />
        </Words>
      ) : (
        <Line>
          <Forbidden />
        </Line>
      )}
    </Sheet>
  );
}
