import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import { Status, type StatusKind } from "@/components/ui/status";
import type { RepresentativeStatus } from "@/lib/domain/organisation/representative";
import type { loadOrganisation } from "@/lib/features/organisation/loaders";
import { formatPartialDate } from "@/lib/i18n/format";

type Organisation = Awaited<ReturnType<typeof loadOrganisation>>["organisation"];
type RepresentativeValuesProps = {
  of: Organisation;
  status: RepresentativeStatus;
  today: string;
  nameOf: (code: string) => string;
};

const KINDS: Record<RepresentativeStatus, StatusKind> = {
  "not-asked": "plain",
  designated: "ok",
  exempt: "plain",
  outside: "warn",
  contradicted: "warn",
  unanswered: "warn",
};

/** Status under article 27, then the answers. */
export function RepresentativeValues({ of: it, status, today, nameOf }: RepresentativeValuesProps) {
  const t = useTranslations("organisation");
  const locale = useLocale();
  const mandate = it.euRepresentativeMandateOn;
  return (
    <dl>
      <RecordField label={t("statusLabel")}>
        <Status kind={KINDS[status]}>{t(`statuses.${status}.label`)}</Status>
        <br />
        <span className="muted">{t(`statuses.${status}.text`)}</span>
      </RecordField>
      {it.euRepresentative !== "" && (
        <>
          <RecordField label={t("fields.euRepresentative")}>
            <bdi>{it.euRepresentative}</bdi>
          </RecordField>
          <RecordField label={t("fields.euRepresentativeContact")}>
            {it.euRepresentativeContact && <bdi>{it.euRepresentativeContact}</bdi>}
          </RecordField>
          <RecordField label={t("fields.euRepresentativeCountry")}>
            {it.euRepresentativeCountry && nameOf(it.euRepresentativeCountry)}
          </RecordField>
          <RecordField label={t("fields.euRepresentativeMandateOn")}>
            {mandate && formatPartialDate({ value: mandate, text: "" }, locale)}
            {mandate > today && <p className="muted">{t("mandateAhead")}</p>}
          </RecordField>
        </>
      )}
      {it.euRepresentativeReason !== "" && (
        <RecordField label={t("fields.euRepresentativeReason")}>
          {it.euRepresentativeExemption !== "" && (
            <>
              {t(`exemptions.${it.euRepresentativeExemption}.label`)}
              <br />
            </>
          )}
          <bdi className="muted">{it.euRepresentativeReason}</bdi>
        </RecordField>
      )}
    </dl>
  );
}
