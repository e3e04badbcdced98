import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/components/account/forgot-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account-page"))("forgot.title") };
}

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
