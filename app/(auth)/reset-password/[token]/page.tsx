import { getTranslations } from "next-intl/server";
import { ResetForm } from "@/components/account/reset-form";
import { NextAction } from "@/components/account/stale-link";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";
import { loadToken } from "@/lib/features/account/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ token: string }> };

export const generateMetadata = titled("account-page", "reset.title");

export default async function ResetPasswordPage({ params }: PageProps) {
  const { token } = await params;
  const { state, email } = await loadToken("password-reset", token);
  const t = await getTranslations("account-page");
  if (state !== "good")
    return (
      <AuthShell title={t(`stale.${state}.title`)} lead={t(`stale.${state}.text`)} note={t("forgot.note")}>
        <div className="bar">
          <NextAction kind="password-reset" />
        </div>
      </AuthShell>
    );
  return (
    <AuthShell
      title={t("reset.title")}
      lead={t.rich("reset.lead", { email: () => <bdi>{email}</bdi> })}
      note={t("forgot.note")}
    >
      <Words of={["form", "account-page"]}>
        <ResetForm token={token} email={email} />
      </Words>
    </AuthShell>
  );
}
