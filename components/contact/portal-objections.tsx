import { useLocale, useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { loadContact } from "@/lib/features/contact/loaders";
import { formatInstant } from "@/lib/i18n/format";

type PortalObjectionsProps = {
  org: string;
  of: Awaited<ReturnType<typeof loadContact>>["portalObjections"];
};

/** Lists the objections that other contacts made in the portal, with the written act on which each ended. */
export function PortalObjections({ org, of }: PortalObjectionsProps) {
  const t = useTranslations("contact");
  const locale = useLocale();
  const when = (at: number) => formatInstant(at, "Africa/Casablanca", locale);
  return (
    <ul>
      {of.map(({ byName, reason, at, settlement }) => (
        <li key={`${byName} ${at}`}>
          <Status kind={settlement ? "plain" : "late"}>
            {t("portalObjected", { by: byName, when: when(at), reason })}
          </Status>
          {settlement ? (
            <p className="muted">
              {t("settled", {
                by: settlement.settledByName,
                when: when(settlement.settledAt),
                source: settlement.source,
              })}{" "}
              {settlement.documentId && (
                <a href={`/api/files/${org}/${settlement.documentId}`}>{t("settledDocument")}</a>
              )}
            </p>
          ) : (
            <p className="muted">{t("portalObjectedHolds")}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
