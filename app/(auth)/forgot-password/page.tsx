import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/components/account/forgot-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("account-page", "forgot.title");

export default async function ForgotPasswordPage() {
  const t = await getTranslations("account-page");
  return (
    <AuthShell title={t("forgot.title")} lead={t("forgot.lead")} note={t("forgot.note")}>
      <Words of={["form", "account-page"]}>
        <ForgotForm />
      </Words>
    </AuthShell>
  );
}
