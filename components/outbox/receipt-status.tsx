import { useLocale, useTranslations } from "next-intl";
import type { loadLetter } from "@/lib/features/outbox/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { InstantText } from "./letter-sheet";

type ReceiptStatus = Awaited<ReturnType<typeof loadLetter>>["reports"];

export function LetterReceipt({ receipt }: { receipt: ReceiptStatus }) {
  const t = useTranslations("outbox");
  const locale = useLocale();
  return (
    <ol>
      {receipt.toReversed().map((fact) => (
        <li key={fact.id} className="border-b border-rule py-2">
          <b>{t(`facts.${fact.kind}`)}</b> · <InstantText at={fact.at} />
          <p className="muted">
            {t(`sources.${fact.source}`)}
            {fact.reportedBy && (
              <>
                {" "}
                · <bdi>{fact.reportedBy}</bdi>
              </>
            )}
            {fact.channel && <> · {t(`channels.${fact.channel}`)}</>}
          </p>
          {[fact.server, fact.status, fact.details].some(Boolean) && (
            <p>
              <bdi className="hash" dir="ltr">
                {[fact.server, fact.status, fact.details].filter(Boolean).join(" · ")}
              </bdi>
            </p>
          )}
          {fact.authorName && (
            <p className="muted text-[12.5px]">
              {t("recorded", {
                when: formatInstant(fact.recordedAt, "Africa/Casablanca", locale),
                author: fact.authorName,
              })}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
