import { useTranslations } from "next-intl";

/** Without a mail server nothing is lost and nothing leaves: says who can set one, and how to do without. */
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
