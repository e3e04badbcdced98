import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import { ClosingForm } from "./closing-form";
import type { LogPartProps } from "./log-part";

/** Calls outside instructions, 28(3)(a): what to do, and what was done. No personal-data breach by itself, 4(12). */
export function OutsidePart({ org, log }: LogPartProps) {
  const t = useTranslations("call-log.outside");
  const cited = useTranslations("ui");
  const locale = useLocale();
  const { status, latest, facts, mayClose, id, today, campaign } = log;
  return (
    <Part id="outside" title={t("title")} article={cited("article", { article: "28(3)(a)" })}>
      <p>
        <Status kind={status === "open" ? "late" : "ok"}>{t(`status.${status}`)}</Status>
      </p>
      <ul className="list-disc ps-5">
        <li>
          {t("tell")}{" "}
          <Link href={`/${org}/controllers/${campaign.controller.id}`}>{campaign.controller.legalName}</Link>
        </li>
        <li>{t("correct")}</li>
        <li>
          {t("noBreach")}{" "}
          <span className="act-link">
            {t("ifBreach")} <Link href={`/${org}/breaches/new`}>{t("openBreach")}</Link>
          </span>
        </li>
      </ul>
      {facts.map(({ on, reason, author, recordedAt }) => (
        <blockquote key={recordedAt} className="py-2">
          <p dir="auto">{reason}</p>
          <footer className="muted">
            {joinParts(
              [
                t("closedOn", { day: formatDay(on, locale) }),
                author,
                formatInstant(recordedAt, "Africa/Casablanca", locale),
              ],
              locale,
            )}
          </footer>
        </blockquote>
      ))}
      {status === "open" && mayClose && latest && (
        <ClosingForm key={latest.id} org={org} id={id} judgementId={latest.id} today={today} />
      )}
    </Part>
  );
}
