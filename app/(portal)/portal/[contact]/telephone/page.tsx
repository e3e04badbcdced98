import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceFigures, PortalCampaign } from "@/components/campaign/portal-campaign";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { loadPortalTelephone } from "@/lib/features/campaign/loaders";
import { formatDay } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.telephone");

/** Campaigns of this controller, what the law says of their calls, and the choices of its persons in figures. */
export default async function PortalTelephonePage({ params }: PageProps) {
  const { contact } = await params;
  const { campaigns, choices, since } = await loadPortalTelephone(contact);
  const [t, locale] = await Promise.all([getTranslations("campaign.portal"), getLocale()]);
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)(h)", "21(3)"]} />}
        title={t("title")}
        lead={t("lead")}
      />
      <PortalPart title={t("campaigns")}>
        {campaigns.length === 0 && <p className="muted mt-3">{t("none")}</p>}
        <ul className="mt-3">
          {campaigns.map((campaign) => (
            <PortalCampaign key={campaign.id} campaign={campaign} />
          ))}
        </ul>
      </PortalPart>
      <PortalPart title={t("choices")}>
        <p className="muted mt-3">{t("choicesSince", { day: formatDay(since, locale) })}</p>
        <ChoiceFigures choices={choices} />
      </PortalPart>
    </>
  );
}
