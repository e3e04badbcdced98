import { useTranslations } from "next-intl";

/** Without a mail server letters wait; names the roles that can configure one. */
export function NoServerNotice() {
  const t = useTranslations("outbox");
  return (
    <div className="summary" role="note">
      <span>
        {t("noServer.text")} {t("noServer.how")}
      </span>
    </div>
  );
}
