import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import { isDayAhead } from "@/lib/domain/time/partial-date";
import type { loadOrganisation } from "@/lib/features/organisation/loaders";
import { formatPartialDate } from "@/lib/i18n/format";
import { Joined } from "./joined";

type Organisation = Awaited<ReturnType<typeof loadOrganisation>>["organisation"];

/** Receipts and authorisations of the CNDP by number, and the DATA-TIKA convention. */
export function CndpValues({ of: it, today }: { of: Organisation; today: string }) {
  const t = useTranslations("organisation");
  const dateOf = useDate();
  const tika = [it.dataTikaFrom, it.dataTikaUntil];
  return (
    <>
      {it.cndpFilings.length === 0 && <p className="muted py-2">{t("empty.cndp")}</p>}
      <dl>
        {it.cndpFilings.map(({ kind, number, date, subject }, index) => (
          <RecordField key={index} label={t(`filings.${kind}`)}>
            <bdi>{number}</bdi>
            <p className="muted">
              <Joined of={[subject, date && dateOf(date)]} />
            </p>
          </RecordField>
        ))}
        {(it.dataTikaReference !== "" || tika.some(Boolean)) && (
          <RecordField label={t("dataTika")}>
            <bdi>{it.dataTikaReference}</bdi>
            {tika.some(Boolean) && (
              <p className="muted">
                {t("period", {
                  kind: it.dataTikaFrom ? (it.dataTikaUntil ? "both" : "from") : "until",
                  from: dateOf(it.dataTikaFrom),
                  until: dateOf(it.dataTikaUntil),
                })}
              </p>
            )}
            {isDayAhead(it.dataTikaFrom, today) && <p className="muted">{t("dataTikaAhead")}</p>}
          </RecordField>
        )}
      </dl>
    </>
  );
}

function useDate() {
  const locale = useLocale();
  return (value: string) => (value === "" ? "" : formatPartialDate({ value, text: "" }, locale));
}
