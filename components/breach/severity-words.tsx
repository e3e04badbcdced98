import { useLocale, useTranslations } from "next-intl";
import { Unbroken } from "@/components/ui/unbroken";
import type { Severity } from "@/lib/domain/breach/severity";
import type { JudgedSeverity } from "@/lib/domain/breach/share-severity";
import { formatList, withDecimalSign } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

/** ENISA's formula as arithmetic: a presumption, with what a person decided beside it. */
export function SeverityWords({ severity: { presumed, overruled } }: { severity: JudgedSeverity }) {
  const t = useTranslations("breach");
  const locale = useLocale();
  return (
    <>
      {overruled && (
        <p>
          <b>{t(`bands.${overruled.band}`)}</b> {t("severity.overruled", { name: overruled.authorName })}{" "}
          <bdi dir="auto">{overruled.reason}</bdi>
        </p>
      )}
      {presumed ? (
        <p>
          <Presumption presumed={presumed} />
          {presumed.flags.map((flag) => (
            <span key={flag}>
              {" · "}
              {t(`severity.flags.${flag}`)}
            </span>
          ))}
        </p>
      ) : (
        !overruled && <span className="void">{t("severity.missing")}</span>
      )}
      {presumed && presumed.unknown.length > 0 && (
        <p className="muted">
          {t("severity.unstated", {
            parts: formatList(
              presumed.unknown.map((part) => t(`form.labels.${part}`)),
              locale,
            ),
          })}
        </p>
      )}
      {presumed && <p className="muted">{t("severity.presumption")}</p>}
    </>
  );
}

/** Band and score; of what is partly unknown, those between which it lies. */
function Presumption({ presumed }: { presumed: Severity }) {
  const t = useTranslations("breach");
  const locale = useLocale();
  const { band, score, most, unknown } = presumed;
  const number = (value: number) => withDecimalSign(String(value), locale);
  if (unknown.length === 0)
    return (
      <>
        <b>{t(`bands.${band}`)}</b>
        {" · "}
        <bdi>
          <Unbroken>{arithmeticOf(presumed, locale)}</Unbroken>
        </bdi>
      </>
    );
  return (
    <>
      <b>
        {band === most.band
          ? t(`bands.${band}`)
          : t("severity.between", { from: t(`bands.${band}`), to: t(`bands.${most.band}`) })}
      </b>
      {" · "}
      <bdi>{t("severity.scores", { from: number(score), to: number(most.score) })}</bdi>
    </>
  );
}

/** "1,25 = 2 × 0,5 + 0,25": DPC × EI, then each circumstance that counts. */
function arithmeticOf({ score, context, identification, circumstances }: Severity, locale: Locale): string {
  const number = (value: number) => withDecimalSign(String(value), locale);
  const terms = circumstances.filter((part) => part > 0).map((part) => ` + ${number(part)}`);
  return `${number(score)} = ${number(context)} × ${number(identification)}${terms.join("")}`;
}
