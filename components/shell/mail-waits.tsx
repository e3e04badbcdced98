import { useTranslations } from "next-intl";

/** Says beside a form, before it is sent, that its e-mail will wait: no mail server is configured. */
export function MailWaits({ canSend }: { canSend: boolean }) {
  const t = useTranslations("outbox");
  if (canSend) return null;
  return <p className="muted mt-3 print:hidden">{t("mailWaits")}</p>;
}
