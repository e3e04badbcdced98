import { getTranslations } from "next-intl/server";
import { AuthShell } from "@/components/shell/auth-shell";
import { LinkButton } from "@/components/ui/button";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("member", "left.title");

/** Needs no membership: the person has just left. */
export default async function LeftPage() {
  const t = await getTranslations("member");
  return (
    <AuthShell title={t("left.title")} lead={t("left.lead")}>
      <p className="form-end">
        <LinkButton href="/sign-in">{t("left.signIn")}</LinkButton>
      </p>
    </AuthShell>
  );
}
