import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import { Instant } from "@/components/ui/deadline";
import { isUnknown, type FieldNews } from "@/lib/domain/breach/notice";
import {
  NOTICE_FIELDS,
  type NoticeContent,
  type NoticeField,
  type NoticeFieldId,
} from "@/lib/domain/breach/notice-content";
import { formatInstant, formatList, formatNumber } from "@/lib/i18n/format";

type NoticeWordsProps = {
  content: NoticeContent;
  news: Partial<Record<NoticeFieldId, FieldNews>>;
  isFinal: boolean;
  /** Fields that a form beside it already shows are left out. */
  only?: (field: NoticeField) => boolean;
};

/** States what a notice says, with what is new marked and what is not known yet stated. */
export function NoticeWords({ content, news, isFinal, only = () => true }: NoticeWordsProps) {
  const t = useTranslations("breach-notice-letter");
  return (
    <dl className="mt-3">
      {NOTICE_FIELDS.filter(only).map((field: NoticeField) => (
        <RecordField key={field.id} label={t(`fields.${field.id}`)}>
          <Mark news={news[field.id]} />
          {isUnknown(content[field.id]) ? (
            <span className="muted">{t(isFinal ? "notEstablished" : "unknown")}</span>
          ) : (
            <Value content={content} field={field} />
          )}
        </RecordField>
      ))}
    </dl>
  );
}

function Mark({ news }: { news: FieldNews | undefined }) {
  const t = useTranslations("breach-notice-letter");
  return news && <b>{t(news)} · </b>;
}

function Value({ content, field: { id, kind } }: { content: NoticeContent; field: NoticeField }) {
  const [t, locale] = [useTranslations("breach-notice-letter"), useLocale()];
  const value = content[id];
  if (kind === "instant") return <BothClocks at={value as number} />;
  if (kind === "count") return formatNumber(value as number, locale);
  if (kind === "codes")
    return formatList(
      (content.natures ?? []).map((nature) => t(`natures.${nature}`)),
      locale,
    );
  return (
    <span className="whitespace-pre-line" dir="auto">
      {value as string}
    </span>
  );
}

/** An instant in both cities, with their offsets. */
export function BothClocks({ at }: { at: number }) {
  const locale = useLocale();
  const iso = new Date(at).toISOString();
  return (
    <>
      <Instant iso={iso} text={formatInstant(at, "Africa/Casablanca", locale)} />
      {" · "}
      <span className="muted">
        <Instant iso={iso} text={formatInstant(at, "Europe/Paris", locale)} />
      </span>
    </>
  );
}
