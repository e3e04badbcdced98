import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ControllerForm } from "@/components/controller/controller-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadControllerGate } from "@/lib/features/controller/loaders";
import { loadCountryOptions } from "@/lib/i18n/country-options";
import { dayAt } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("controller"))("new.title") };
}

export default async function NewControllerPage({ params }: PageProps) {
  const { org } = await params;
  const [{ mayWrite, nowMs }, t] = [await loadControllerGate(org), await getTranslations("controller")];
  return (
    <Sheet>
      <PageHead note={t("note")} title={t("new.title")} lead={t("new.lead")} />
      {mayWrite ? (
        <Words of={["controller", "form"]}>
          <ControllerForm
            org={org}
            countries={await loadCountryOptions(await getLocale())}
            today={dayAt(nowMs, "Africa/Casablanca")}
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
