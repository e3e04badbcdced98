import { useLocale, useTranslations } from "next-intl";
import { LetterState } from "@/components/ui/letter-state";
import { RecordField } from "@/components/ui/record-field";
import type { LetterFacts, loadLetter } from "@/lib/features/outbox/loaders";
import { CASABLANCA_AND_PARIS, formatInSecondCity, formatInstant } from "@/lib/i18n/format";

/** Shows recipient, instants, the relay's answer and the source of its receipt. */
export function LetterSheet({ of: it, receipt }: { of: LetterFacts; receipt: ReceiptStatus }) {
  const t = useTranslations("outbox");
  return (
    <dl>
      <RecordField label={t("fields.to")}>
        {it.toName && <bdi>{it.toName}</bdi>} <bdi className="muted">{it.toAddress || t("dataSubject")}</bdi>
      </RecordField>
      <RecordField label={t("fields.state")}>
        <LetterState of={{ state: it.state === "queued" && it.attempts > 0 ? "again" : it.state }} />
      </RecordField>
      <RecordField label={t("fields.createdAt")}>
        <InstantText at={it.createdAt} />
      </RecordField>
      {it.acceptedAt !== null && (
        <RecordField label={t("fields.acceptedAt")}>
          <InstantText at={it.acceptedAt} />
        </RecordField>
      )}
      {it.isNoticeAsked !== null && (
        <RecordField label={t("fields.receipt")}>
          <Receipt receipt={receipt} />
          {it.state === "accepted" && (
            <p className="muted prose-line">{t(it.isNoticeAsked ? "notice.asked" : "notice.none")}</p>
          )}
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
          <InstantText at={it.nextAttemptAt} />
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

type ReceiptStatus = Awaited<ReturnType<typeof loadLetter>>["reports"];

/** Reports the recipient's server, else a person's statement, else "unknown". */
function Receipt({ receipt }: { receipt: ReceiptStatus }) {
  const t = useTranslations("outbox.receipt");
  const locale = useLocale();
  const whenOf = (at: number) => formatInstant(at, "Africa/Casablanca", locale);
  const delivered = receipt.find(({ kind }) => kind === "delivered");
  const word = receipt.find(({ kind }) => kind === "said-received");
  const isReturned = receipt.some(({ kind }) => kind === "bounced");
  if (!delivered && !word) return t(isReturned ? "notYet" : "unknown");
  return (
    <>
      {delivered && <p>{t(isReturned ? "returned" : "server", { when: whenOf(delivered.at) })}</p>}
      {word && <p>{t("word", { name: word.reportedBy, when: whenOf(word.at) })}</p>}
    </>
  );
}

/** Instants to the second, in both cities, since they may be evidence. */
export function InstantText({ at }: { at: number }) {
  const locale = useLocale();
  return (
    <time dateTime={new Date(at).toISOString()}>
      {formatInstant(at, "Africa/Casablanca", locale, { seconds: true })}
      <span className="muted">
        {" "}
        · {formatInSecondCity(at, CASABLANCA_AND_PARIS, locale, { seconds: true })}
      </span>
    </time>
  );
}
