import { getLocale, getTranslations } from "next-intl/server";
import { NewLog } from "@/components/call-log/new-log";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Empty } from "@/components/ui/states";
import { loadNewLog } from "@/lib/features/call-log/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("call-log", "add");

export default async function NewLogPage({ params }: PageProps) {
  const { org } = await params;
  const form = await loadNewLog(org);
  const t = await getTranslations("call-log");
  const countries = (await loadCountryOptions(await getLocale())).filter(({ isOffered }) => isOffered);
  const cited = await getTranslations("ui");
  return (
    <Sheet>
      <PageHead article={cited("article", { article: "28(3)(a)" })} title={t("add")} lead={t("new.lead")} />
      <Line>
        {form.campaigns.length === 0 ? (
          <Empty title={t("new.noCampaign")}>{t("new.noCampaignText")}</Empty>
        ) : (
          <Words of={["form", "call-log"]}>
            <NewLog org={org} countries={countries} {...form} />
          </Words>
        )}
      </Line>
    </Sheet>
  );
}
