import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import type { loadCallScript } from "@/lib/features/call-script/loaders";
import { formatDay, joinParts } from "@/lib/i18n/format";

type Campaigns = Awaited<ReturnType<typeof loadCallScript>>["campaigns"];

/** Names the campaigns whose agents say the script, with their days. */
export function CampaignsPart({ org, campaigns }: { org: string; campaigns: Campaigns }) {
  const t = useTranslations("call-script");
  const cited = useTranslations("ui");
  const states = useTranslations("campaign.states");
  const locale = useLocale();
  return (
    <Part id="campaigns" article={cited("article", { article: "28(3)(a)" })} title={t("parts.campaigns")}>
      {campaigns.length === 0 && <p className="muted">{t("campaigns.none")}</p>}
      <ul>
        {campaigns.map(({ id, reference, title, state, firstDay, lastDay }) => (
          <li key={id} className="border-b border-rule py-2">
            <Link href={`/${org}/telephone/campaigns/${id}`} prefetch={false}>
              <bdi>{reference}</bdi> <bdi>{title}</bdi>
            </Link>
            <p className="muted">
              {joinParts(
                [
                  states(state as "draft"),
                  firstDay !== null && lastDay !== null
                    ? t("campaigns.days", {
                        from: formatDay(firstDay, locale),
                        until: formatDay(lastDay, locale),
                      })
                    : "",
                ],
                locale,
              )}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
