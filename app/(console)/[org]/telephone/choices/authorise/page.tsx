import { getLocale, getTranslations } from "next-intl/server";
import { AuthorisationForm } from "@/components/choice/authorisation-form";
import { Authorisation } from "@/components/choice/authorisation-list";
import { MailServerMissing } from "@/components/shell/mail-server-missing";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import { Words } from "@/components/shell/words";
import { loadAuthorisationForm } from "@/lib/features/choice/loaders";
import type { Search } from "@/lib/forms/list-query";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("choice", "authorisation.title");

export default async function AuthorisePage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadAuthorisationForm(org, await searchParams);
  const { choice, standing, way, territory, today, canSend } = loaded;
  const t = await getTranslations("choice.authorisation");
  const countries = await loadCountryOptions(await getLocale());
  return (
    <Sheet>
      <PageHead
        article={t("article")}
        title={t(`ways.${way}`)}
        lead={t(`leads.${way}`, { controller: choice.controller.legalName })}
      />
      {standing && (
        <Line note={t("standing")}>
          <Authorisation org={org} authorisation={{ ...standing, own: null }} mayOpenLetters={false} />
        </Line>
      )}
      {way === "ask" && choice.purpose === "" && (
        <Line>
          <p role="note">
            <Status kind="warn">{t("noPurpose")}</Status>
          </p>
        </Line>
      )}
      <Line>
        {way === "ask" && !canSend ? (
          <MailServerMissing />
        ) : (
          <Words of={["form", "choice", "minor"]}>
            <AuthorisationForm {...{ org, choice, way, territory, today, countries }} />
          </Words>
        )}
      </Line>
    </Sheet>
  );
}
