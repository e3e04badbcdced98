import { getLocale, getTranslations } from "next-intl/server";
import { ControllerForm } from "@/components/controller/controller-form";
import { PartedFormPage } from "@/components/shell/form-page";
import { loadControllerGate } from "@/lib/features/controller/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { dayAt } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("controller", "new.title");

export default async function NewControllerPage({ params }: PageProps) {
  const { org } = await params;
  const [{ mayWrite, nowMs }, t] = await Promise.all([
    loadControllerGate(org),
    getTranslations("controller"),
  ]);
  return (
    <PartedFormPage
      note={t("note")}
      title={t("new.title")}
      lead={t("new.lead")}
      isAllowed={mayWrite}
      words={["controller"]}
    >
      <ControllerForm
        org={org}
        countries={await loadCountryOptions(await getLocale())}
        today={dayAt(nowMs, "Africa/Casablanca")}
      />
    </PartedFormPage>
  );
}
