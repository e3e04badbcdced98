import { getTranslations } from "next-intl/server";
import { ConfirmForm } from "@/components/second-factor/confirm-form";
import { DemandNotice } from "@/components/second-factor/demand-notice";
import { FactorsSheet } from "@/components/second-factor/factors-sheet";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import type { Search } from "@/lib/forms/list-query";
import { loadFactors } from "@/lib/features/second-factor/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<Search> };

export const generateMetadata = titled("security", "title");

export default async function SecondFactorPage({ searchParams }: PageProps) {
  const [factors, t] = await Promise.all([loadFactors(await searchParams), getTranslations("security")]);
  return (
    <Sheet>
      <PageHead title={t("title")} lead={t("lead")} note={t("article")} />
      <Line>
        <DemandNotice {...factors} />
      </Line>
      {factors.isToConfirm && (
        <Part title={t("step.confirmTitle")}>
          <Words of={["form", "security"]}>
            <ConfirmForm
              hasTotp={factors.confirmedAtMs !== null}
              hasPasskey={factors.passkeys.length > 0}
              next={factors.next}
            />
          </Words>
        </Part>
      )}
      <FactorsSheet {...factors} />
    </Sheet>
  );
}
