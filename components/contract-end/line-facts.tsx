import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import type { CountryOption } from "@/lib/i18n/country-options";
import { joinParts } from "@/lib/i18n/format";
import { LineStatus } from "./line-status";
import type { LoadedEndLine } from "./loaded-end";
import { useAnswered, useEvidenceWords } from "./use-end-words";

type LineFactsProps = { of: LoadedEndLine; countries: readonly CountryOption[] };

export function LineFacts({ of: { line, endFate, lacking }, countries }: LineFactsProps) {
  const t = useTranslations("contract-end");
  const fates = useTranslations("contract.choices.endFate");
  const locale = useLocale();
  const [answered, read] = [useAnswered(), useEvidenceWords(countries)];
  const { records, data, retention } = line.detail;
  return (
    <dl>
      {line.kind === "choice" && (
        <RecordField label={t("fields.contractSays")}>{endFate && fates(endFate)}</RecordField>
      )}
      {line.key.startsWith("added ") && (
        <RecordField label={t("fields.records")}>{t("line.added")}</RecordField>
      )}
      {records.length > 0 && (
        <RecordField label={t("fields.records")}>
          <bdi>{joinParts(records, locale)}</bdi>
        </RecordField>
      )}
      {data.length > 0 && <RecordField label={t("fields.dataSaid")}>{joinParts(data, locale)}</RecordField>}
      {retention.length > 0 && (
        <RecordField label={t("fields.retention")}>{joinParts(retention, locale)}</RecordField>
      )}
      <RecordField label={t("line.answered")}>
        <LineStatus state={line.state} /> {line.answer && answered(line.answer)}
      </RecordField>
      {lacking.map((name) => (
        <RecordField key={name} label={t(`fields.${name}`)}>
          <span className="text-warn">{t("line.lacking")}</span>
        </RecordField>
      ))}
      {read(line.evidence).map(({ name, label, text }) => (
        <RecordField key={name} label={label}>
          <bdi className="whitespace-pre-line">{text}</bdi>
        </RecordField>
      ))}
    </dl>
  );
}
