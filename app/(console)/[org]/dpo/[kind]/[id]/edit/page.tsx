import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkForm } from "@/components/dpo-work/work-form";
import { FormPage } from "@/components/shell/form-page";
import { loadWork, loadWorkForm } from "@/lib/features/dpo-work/loaders";

type PageProps = { params: Promise<{ org: string; kind: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, kind, id } = await params;
  return { title: (await loadWork(org, kind, id)).work.title };
}

export default async function EditWorkPage({ params }: PageProps) {
  const { org, kind: segment, id } = await params;
  const { work, values, controllers, mayWrite } = await loadWorkForm(org, segment, id);
  const { kind, reference, version, title } = work;
  const t = await getTranslations("dpo-work");
  return (
    <FormPage
      note={<bdi>{reference}</bdi>}
      title={t("edit")}
      lead={<bdi>{title}</bdi>}
      isAllowed={mayWrite}
      words={["dpo-work"]}
    >
      <WorkForm
        key={id}
        org={org}
        kind={kind}
        values={values}
        controllers={controllers}
        saved={{ id, reference, version }}
      />
    </FormPage>
  );
}
