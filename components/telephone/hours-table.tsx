import { useLocale, useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { loadCallingHours } from "@/lib/features/telephone/loaders";
import { formatHour, formatInstant } from "@/lib/i18n/format";

type Hours = Awaited<ReturnType<typeof loadCallingHours>>;
type Row = Hours["rows"][number];

/** Shows for each territory its own clock, and Casablanca's beside what comes next. */
export function HoursTable({ rows, at }: Pick<Hours, "rows" | "at">) {
  const t = useTranslations("telephone.hours");
  return (
    <table className="stacked">
      <caption className="sr">{t("caption")}</caption>
      <thead>
        <tr>
          {(["territory", "local", "status", "until", "casablanca"] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <HoursRow key={row.territory ?? "all"} row={row} at={at} />
        ))}
      </tbody>
    </table>
  );
}

function HoursRow({ row, at }: { row: Row; at: number }) {
  const t = useTranslations("telephone");
  const locale = useLocale();
  const { territory, zones, window } = row;
  const [zone = "Europe/Paris"] = zones;
  const edge = window && (window.from <= at ? window.until : window.from);
  const clocks = territory === null ? [] : zones;
  return (
    <tr>
      <th scope="row">
        {territory === null ? t("hours.all") : t(`territories.${territory}`)}
        <HoursNotes row={row} />
      </th>
      <td data-of={t("hours.local")}>
        <div>
          {clocks.map((own) => (
            <div key={own}>{formatHour(at, own, locale)}</div>
          ))}
        </div>
      </td>
      <td data-of={t("hours.status")}>
        <HoursStatus row={row} at={at} />
      </td>
      <td data-of={t("hours.until")}>
        {window && edge !== null && (
          <span>
            {t(window.from <= at ? "hours.untilAt" : "hours.fromAt", {
              instant: formatInstant(edge, zone, locale, { weekday: true }),
            })}
          </span>
        )}
      </td>
      <td data-of={t("hours.casablanca")}>
        {edge !== null && formatInstant(edge, "Africa/Casablanca", locale, { weekday: true })}
      </td>
    </tr>
  );
}

function HoursStatus({ row: { window, isClosedByHouse }, at }: { row: Row; at: number }) {
  const t = useTranslations("telephone.hours");
  if (window === null) return <Status kind="late">{t(isClosedByHouse ? "closedByHouse" : "never")}</Status>;
  return window.from <= at ? (
    <Status kind="ok">{t("open")}</Status>
  ) : (
    <Status kind="warn">{t("closed")}</Status>
  );
}

function HoursNotes({ row }: { row: Row }) {
  const t = useTranslations("telephone.hours");
  return (
    <>
      {row.zones.length > 1 && <small className="muted block">{t("severalZones")}</small>}
      {row.isLocalDay && <small className="muted block">{t("localDay")}</small>}
      {row.hasOwnLaw && <small className="muted block">{t("ownLaw")}</small>}
    </>
  );
}
