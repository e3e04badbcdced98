import { getTranslations } from "next-intl/server";
import { AuthShell } from "@/components/shell/auth-shell";
import { LinkButton } from "@/components/ui/button";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("audit", "closed.title");

/** Answers an access that ended, was revoked, has not begun or was never given alike, so that nothing is disclosed. */
export default async function AuditNotFound() {
  const t = await getTranslations("audit.closed");
  return (
    <AuthShell title={t("title")} lead={t("text")}>
      <p className="form-end">
        <LinkButton href="/audit">{t("act")}</LinkButton>
      </p>
    </AuthShell>
  );
}
