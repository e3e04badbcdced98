import Link from "next/link";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import type { SignInProblem } from "@/lib/features/account/schema";

type SignInFormProps = { csrfToken: string; next: string; problem: SignInProblem | null };

/** Posts to next-auth's own address, so that signing in needs no JavaScript; returns nothing typed. */
export function SignInForm({ csrfToken, next, problem }: SignInFormProps) {
  const t = useTranslations("account");
  const errors = problem
    ? [
        {
          field: problem === "locked" || problem === "unavailable" ? "" : "email",
          text: t(`signIn.${problem}`),
        },
      ]
    : [];
  return (
    <form method="post" action="/api/auth/callback/credentials">
      <ErrorSummary errors={errors} title={problem ? t(`signIn.${problem}Title`) : undefined} />
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={next} />
      <TextInput
        name="email"
        type="email"
        label={t("email")}
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
      />
      <TextInput
        name="password"
        type="password"
        label={t("password")}
        autoComplete="current-password"
        dir="ltr"
        required
      />
      <div className="form-end">
        <SubmitButton>{t("signIn.act")}</SubmitButton>
        <Link href="/forgot-password" prefetch={false}>
          {t("signIn.forgotten")}
        </Link>
      </div>
    </form>
  );
}
