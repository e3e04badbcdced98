import { useLocale, useTranslations } from "next-intl";
import { joinParts } from "@/lib/i18n/format";
import type { EmailState } from "./use-email-fill";

/** Says which fields took something from an e-mail, and which were left: no e-mail proves its sender. */
export function EmailTaken({
  read,
  filling: { filled, left, cutAt },
  unread,
}: Pick<EmailState, "read" | "filling"> & {
  /** Sentence for an e-mail that cannot be read. */
  unread: string;
}) {
  const t = useTranslations("attachment.email");
  const locale = useLocale();
  if (read === null) return null;
  if (read === "unread") return <p className="prose-line mt-1">{unread}</p>;
  return (
    <>
      {filled.length > 0 && (
        <p className="prose-line mt-1">{t("filled", { fields: joinParts(filled, locale) })}</p>
      )}
      {left.length > 0 && <p className="prose-line mt-1">{t("left", { fields: joinParts(left, locale) })}</p>}
      {cutAt !== null && <p className="prose-line mt-1">{t("cut", { count: cutAt })}</p>}
    </>
  );
}
