import { useTranslations } from "next-intl";

/** Without a mail server nothing is lost and nothing leaves: says how to set one, and how to do without. */
export function NoServerNotice() {
  const t = useTranslations("outbox");
  const code = (chunks: React.ReactNode) => (
    <bdi className="hash" dir="ltr">
      {chunks}
    </bdi>
  );
  return (
    <div className="summary" role="note">
      <span>
        {t("noServer.text")}{" "}
        {t.rich("noServer.how", {
          url: () => code("SMTP_URL=smtps://user:password@mail.example:465"),
          from: () => code("MAIL_FROM=dpo@example"),
        })}
      </span>
    </div>
  );
}
