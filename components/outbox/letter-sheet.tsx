import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import type { LetterFacts } from "@/lib/features/outbox/loaders";
import { formatHour, formatInstant } from "@/lib/i18n/format";
import { LetterStatus } from "./letter-status";

/** What happened to a letter: to whom, when, and what the receiving server said. */
export function LetterSheet({ of: it }: { of: LetterFacts }) {
  const t = useTranslations("outbox");
  return (
    <dl>
      <RecordField label={t("fields.to")}>
        {it.toName && <bdi>{it.toName}</bdi>} <bdi className="muted">{it.toAddress}</bdi>
      </RecordField>
      <RecordField label={t("fields.state")}>
        <LetterStatus of={it} />
      </RecordField>
      <RecordField label={t("fields.createdAt")}>
        <When at={it.createdAt} />
      </RecordField>
      {it.acceptedAt !== null && (
        <RecordField label={t("fields.acceptedAt")}>
          <When at={it.acceptedAt} />
        </RecordField>
      )}
      {it.response && (
        <RecordField label={t("fields.response")}>
          <bdi className="hash">{it.response}</bdi>
        </RecordField>
      )}
      {it.attempts > 0 && <RecordField label={t("fields.attempts")}>{String(it.attempts)}</RecordField>}
      {it.state === "queued" && it.attempts > 0 && (
        <RecordField label={t("fields.nextAttemptAt")}>
          <When at={it.nextAttemptAt} />
        </RecordField>
      )}
      {it.lastError && (
        <RecordField label={t("fields.lastError")}>
          <bdi className="hash">{it.lastError}</bdi>
        </RecordField>
      )}
      <RecordField label={t("fields.messageId")}>
        <bdi className="hash">{it.messageId}</bdi>
      </RecordField>
    </dl>
  );
}

/** To the second, in both cities: the instant may have to be shown. */
function When({ at }: { at: number }) {
  const locale = useLocale();
  return (
    <time dateTime={new Date(at).toISOString()}>
      {formatInstant(at, "Africa/Casablanca", locale, { seconds: true })}
      <span className="muted"> · {formatHour(at, "Europe/Paris", locale, { seconds: true })}</span>
    </time>
  );
}
