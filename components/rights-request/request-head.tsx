import { useLocale, useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import { RIGHT_ARTICLES, type RightId } from "@/lib/domain/rights-request/rights";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { formatInstant, joinParts } from "@/lib/i18n/format";
import { RequestStateMark } from "./request-state";

/** Rights invoked with their provisions, whose controller, and where the request stands. */
export function RequestHead({ it }: { it: LoadedRequest }) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  const articles = it.rights.map((right) => {
    const { gdpr, law0908 } = RIGHT_ARTICLES[right as RightId];
    return t("articles", { gdpr, law0908: law0908 ?? "NONE" });
  });
  return (
    <PageHead
      note={
        <>
          <b>
            <bdi>{it.reference}</bdi>
          </b>
          {joinParts(articles, locale, " · ")}
        </>
      }
      title={joinParts(
        it.rights.map((right) => t(`rights.${right}`)),
        locale,
      )}
      lead={
        <>
          <RequestStateMark state={it.shown} />{" "}
          {it.controller ? (
            <bdi dir="auto">{it.controller.legalName}</bdi>
          ) : (
            <Status kind="late">{t("sheet.unknown")}</Status>
          )}{" "}
          {t(it.file.lodged === null ? "sheet.received" : "sheet.lodged", {
            when: formatInstant(it.receivedAt, "Africa/Casablanca", locale, { weekday: true }),
            how: t(`channels.${it.channel}`),
          })}
          {it.publicReference !== null && (
            <>
              {" "}
              <span className="muted">
                {t(it.isReferenceTold ? "sheet.told" : "sheet.untold", { reference: it.publicReference })}
              </span>
            </>
          )}
          {it.isHeld && (
            <>
              {" "}
              <Status kind="warn">{t("sheet.held")}</Status>
            </>
          )}
        </>
      }
    />
  );
}
