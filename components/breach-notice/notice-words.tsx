import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import { Instant } from "@/components/ui/deadline";
import { isUnknown, type FieldNews, type NoticePhase } from "@/lib/domain/breach/notice";
import {
  NOTICE_FIELDS,
  type NoticeContent,
  type NoticeField,
  type NoticeFieldId,
} from "@/lib/domain/breach/notice-content";
import type { Zone } from "@/lib/domain/time/zones";
import { formatInstant, formatList, formatNumber } from "@/lib/i18n/format";

type NoticeWordsProps = {
  content: NoticeContent;
  news: Partial<Record<NoticeFieldId, FieldNews>>;
  phase: NoticePhase;
  /** Zone of the controller, in its portal. */
  zone?: Zone;
  /** Fields that a form beside it already shows are left out. */
  only?: (field: NoticeField) => boolean;
};

/**
 * States what a notice says, with what is new marked and what is not known yet stated. One that takes another back says only
 * why: what it leaves out is neither changed nor unknown.
 */
export function NoticeWords({ content, news, phase, zone, only = () => true }: NoticeWordsProps) {
  const t = useTranslations("breach-notice-letter");
  const isRectifying = phase === "rectifying";
  const isShown = (field: NoticeField) => only(field) && !(isRectifying && isUnknown(content[field.id]));
  return (
    <dl className="mt-3">
      {NOTICE_FIELDS.filter(isShown).map((field: NoticeField) => (
        <RecordField key={field.id} label={t(`fields.${field.id}`)}>
          {!isRectifying && <Mark news={news[field.id]} />}
          {isUnknown(content[field.id]) ? (
            <span className="muted">{t(phase === "final" ? "notEstablished" : "unknown")}</span>
          ) : (
            <Value content={content} field={field} zone={zone} />
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

type ValueProps = { content: NoticeContent; field: NoticeField; zone?: Zone };

function Value({ content, field: { id, kind }, zone }: ValueProps) {
  const [t, locale] = [useTranslations("breach-notice-letter"), useLocale()];
  const value = content[id];
  if (kind === "instant") return <BothClocks at={value as number} zone={zone} />;
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

/** An instant in Casablanca and in the city of the controller, with their offsets; once where they are one. */
export function BothClocks({ at, zone = "Europe/Paris" }: { at: number; zone?: Zone }) {
  const locale = useLocale();
  const iso = new Date(at).toISOString();
  return (
    <>
      <Instant iso={iso} text={formatInstant(at, "Africa/Casablanca", locale)} />
      {zone !== "Africa/Casablanca" && (
        <>
          {" · "}
          <span className="muted">
            <Instant iso={iso} text={formatInstant(at, zone, locale)} />
          </span>
        </>
      )}
    </>
  );
}
