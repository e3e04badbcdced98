import { useLocale, useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { formatInstant, joinParts } from "@/lib/i18n/format";
import { RequestStateMark } from "./request-state";

/** Rights invoked with their provisions, whose controller, and where the request stands. */
export function RequestHead({ it }: { it: LoadedRequest }) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  const laws = useTranslations("data-law.names");
  const articles = it.provisions.map((ofRight) =>
    joinParts(
      ofRight.map(({ law, article }) => t("provision", { article, law: laws(law) })),
      locale,
    ),
  );
  return (
    <PageHead
      note={
        <>
          <b>
            <bdi>{it.reference}</bdi>
          </b>
          {joinParts(articles.filter(Boolean), locale, " · ")}
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
