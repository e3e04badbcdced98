import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { scrubKind } from "@/lib/domain/campaign/scrubs";
import type { loadCampaign } from "@/lib/features/campaign/loaders";
import { formatDay, formatNumber } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadCampaign>>;

/** Scrubs of a campaign's list, named by their day: against Bloctel until 10 August 2026, against objections since. */
export function ScrubPart({
  org,
  loaded: { campaign, scrubs, may, today },
}: {
  org: string;
  loaded: Loaded;
}) {
  const t = useTranslations("campaign");
  const locale = useLocale();
  const act = may.write && (
    <LinkButton tone="bare" href={`/${org}/telephone/campaigns/${campaign.id}/scrub`}>
      {t("scrub.title")}
    </LinkButton>
  );
  return (
    <Part
      id="scrubs"
      article={t("articles.scrubs")}
      title={t(`scrub.kinds.${scrubKind(campaign.content.firstDay ?? today)}`)}
      aside={act}
    >
      {scrubs.length === 0 && <p className="muted pt-3">{t("scrub.none")}</p>}
      <ul>
        {scrubs.map(({ id, scrubbedOn, fileCount, certificate }) => (
          <li key={id} className="border-b border-rule py-2">
            <b>{formatDay(scrubbedOn, locale)}</b> · {t(`scrub.kinds.${scrubKind(scrubbedOn)}`)} ·{" "}
            {t("scrub.count", { count: formatNumber(fileCount, locale) })} · <bdi>{certificate}</bdi>
          </li>
        ))}
      </ul>
    </Part>
  );
}
