import { useTranslations } from "next-intl";

/** In place of a form that invites somebody outside by letter, while no mail server is set. */
export function MailServerMissing() {
  const t = useTranslations("shell.letters");
  return (
    <p className="summary" role="note">
      {t("cannotInvite")}
    </p>
  );
}
