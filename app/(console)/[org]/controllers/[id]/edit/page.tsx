import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ControllerForm } from "@/components/controller/controller-form";
import { PartedFormPage } from "@/components/shell/form-page";
import { loadController } from "@/lib/features/controller/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { dayAt } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ org, id }, t] = await Promise.all([params, getTranslations("controller")]);
  return { title: t("edit.title", { name: (await loadController(org, id)).controller.legalName }) };
}

export default async function EditControllerPage({ params }: PageProps) {
  const { org, id } = await params;
  const { controller, mayWrite, nowMs } = await loadController(org, id);
  const t = await getTranslations("controller");
  return (
    <PartedFormPage
      note={t("note")}
      title={t("edit.title", { name: controller.legalName })}
      lead={t("edit.lead")}
      isAllowed={mayWrite}
      words={["controller"]}
    >
      <ControllerForm
        org={org}
        controller={controller}
        countries={await loadCountryOptions(await getLocale())}
        today={dayAt(nowMs, "Africa/Casablanca")}
      />
    </PartedFormPage>
  );
}
