import { useLocale, useTranslations } from "next-intl";
import { GapNote, RecordField } from "@/components/ui/record-field";
import type { TurnoverNote } from "@/lib/domain/organisation/turnover";
import type { loadOrganisation } from "@/lib/features/organisation/loaders";
import { formatDay, formatMoney, withDecimalSign } from "@/lib/i18n/format";

type Organisation = Awaited<ReturnType<typeof loadOrganisation>>["organisation"];
type TurnoverValuesProps = {
  of: Organisation;
  /** Decimal text, null while unknown. */
  euros: string | null;
  notes: readonly TurnoverNote[];
};

/** Shows the entered amount, its value in euros and reasons to update it. */
export function TurnoverValues({ of: it, euros, notes }: TurnoverValuesProps) {
  const t = useTranslations("organisation");
  const locale = useLocale();
  const isConverted = it.turnoverCurrency === "MAD" && euros !== null;
  const beside = notes.map((note) => (
    <GapNote key={note} article={t("articles.turnover")} title={t(`notes.${note}.title`)} advisable>
      {t(`notes.${note}.text`)}
    </GapNote>
  ));
  return (
    <dl>
      <RecordField label={t("fields.turnoverAmount")} gaps={beside.length > 0 && beside}>
        {it.turnoverAmount !== "" && (
          <>
            <bdi>{formatMoney(it.turnoverAmount, it.turnoverCurrency, locale)}</bdi>
            <p className="muted">{t("yearEnded", { date: formatDay(it.turnoverYearEnd, locale) })}</p>
          </>
        )}
      </RecordField>
      {isConverted && (
        <RecordField label={t("inEuros")}>
          <bdi>{formatMoney(euros, "EUR", locale)}</bdi>
          <p className="muted">
            {t("converted", {
              rate: withDecimalSign(it.turnoverRate, locale),
              date: formatDay(it.turnoverRateOn, locale),
            })}
          </p>
        </RecordField>
      )}
    </dl>
  );
}
