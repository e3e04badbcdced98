import { Download } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import { BAD_REASONS } from "@/lib/domain/call-log/read-call";
import { formatDay, formatInstant, formatList, formatNumber, joinParts } from "@/lib/i18n/format";
import { ClearCalls } from "./log-acts";
import type { LogPartProps } from "./log-part";

/** Counts the lines that were read and those that were not, and names the day until which calls stay. */
export function ReadPart({ org, log }: LogPartProps) {
  const t = useTranslations("call-log");
  const countries = useTranslations("countries");
  const locale = useLocale();
  const instant = (at: number) => formatInstant(at, "Africa/Casablanca", locale);
  const { firstAt, lastAt, campaign, badLines, doubtfulTimes, clearedAt, storedUntil, today, layout } = log;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Part title={t("read.title")}>
      <dl>
        <RecordField label={t("fields.campaignId")}>
          <Link href={`/${org}/telephone/campaigns/${campaign.id}`}>
            <bdi>{campaign.title}</bdi>
          </Link>
        </RecordField>
        {firstAt !== null && lastAt !== null && (
          <RecordField label={t("read.period")}>
            {t("read.fromTo", { from: instant(firstAt), to: instant(lastAt) })}
          </RecordField>
        )}
        <RecordField label={t("layout.zone")}>
          <bdi>{layout.zone}</bdi>
        </RecordField>
        {layout.numberCountry && (
          <RecordField label={t("layout.numberCountry")}>{countries(layout.numberCountry)}</RecordField>
        )}
        <RecordField label={t("fields.lines")}>{number(log.lines)}</RecordField>
        <RecordField label={t("fields.calls")}>{number(log.calls)}</RecordField>
        <RecordField label={t("fields.knownCalls")}>{number(log.knownCalls)}</RecordField>
        {BAD_REASONS.map((reason) => {
          const bad = badLines[reason];
          return bad ? (
            <RecordField key={reason} label={t(`bad.${reason}`)}>
              {joinParts(
                [number(bad.count), t("bad.lines", { lines: formatList(bad.lines.map(String), locale) })],
                locale,
              )}
            </RecordField>
          ) : null;
        })}
        {doubtfulTimes > 0 && (
          <RecordField label={t("read.doubtfulTimes")}>{number(doubtfulTimes)}</RecordField>
        )}
        {log.sharedNames > 0 && (
          <RecordField label={t("read.sharedNames")}>{number(log.sharedNames)}</RecordField>
        )}
        <RecordField label={t("fields.sha256")}>
          <span className="hash break-all" dir="ltr">
            {log.sha256 || t("read.unknown")}
          </span>
        </RecordField>
        <RecordField label={t("read.received")}>
          {joinParts([log.receivedByName, instant(log.receivedAt)], locale)}
        </RecordField>
        <RecordField label={t("fields.storedUntil")}>
          {clearedAt === null
            ? formatDay(storedUntil, locale)
            : t("read.cleared", { instant: instant(clearedAt) })}
        </RecordField>
      </dl>
      {log.latest && <ReportForm org={org} id={log.id} locale={locale} />}
      {log.mayClear && clearedAt === null && log.state === "judged" && storedUntil < today && (
        <ClearCalls org={org} id={log.id} />
      )}
    </Part>
  );
}

/** A form without JavaScript: the report leaves the house, and is journalled. */
function ReportForm({ org, id, locale }: { org: string; id: string; locale: string }) {
  const t = useTranslations("call-log.report");
  return (
    <form method="post" action={`/api/call-reports/${org}`} className="bar print:hidden">
      <input type="hidden" name="id" value={id} />
      <label>
        {t("language")}{" "}
        <select name="language" defaultValue={locale} className="inp">
          <option value="fr">Français</option>
          <option value="en">English</option>
          <option value="ar">العربية</option>
        </select>
      </label>
      <button type="submit" className="btn">
        <Download aria-hidden size={16} /> {t("take")}
      </button>
    </form>
  );
}
