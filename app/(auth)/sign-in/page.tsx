import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/account/sign-in-form";
import { SignInNotice } from "@/components/account/sign-in-notice";
import { ReturningDraft } from "@/components/form/returning-draft";
import { PasskeySignIn } from "@/components/second-factor/passkey-sign-in";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";
import type { Search } from "@/lib/forms/list-query";
import { loadSignIn } from "@/lib/features/account/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<Search> };

export const generateMetadata = titled("account", "signIn.title");

export default async function SignInPage({ searchParams }: PageProps) {
  const { notice, arePasskeysPossible, ...form } = await loadSignIn(await searchParams);
  const t = await getTranslations("account");
  return (
    <AuthShell title={t("signIn.title")} lead={t("signIn.lead")} note={t("signIn.note")}>
      {notice && <SignInNotice notice={notice} />}
      <SignInForm {...form} />
      <ReturningDraft next={form.next} />
      {arePasskeysPossible && (
        <Words of={["security"]}>
          <PasskeySignIn next={form.next} />
        </Words>
      )}
    </AuthShell>
  );
}
