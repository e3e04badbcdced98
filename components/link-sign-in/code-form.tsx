import Link from "next/link";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import { placeOfSignIn, SIGN_IN_PATHS, type LinkProblem } from "@/lib/features/link-sign-in/schema";

type CodeFormProps = { csrfToken: string; next: string; problem: LinkProblem | null };

/** Posts to next-auth's own address, so that no JavaScript is needed; returns nothing typed. */
export function CodeForm({ csrfToken, next, problem }: CodeFormProps) {
  const t = useTranslations("link-sign-in");
  const errors = problem
    ? [{ field: problem === "wrong" ? "code" : "", text: t(`problems.${problem}`) }]
    : [];
  return (
    <form method="post" action="/api/auth/callback/link">
      <ErrorSummary errors={errors} title={problem ? t("problems.title") : undefined} />
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={next} />
      <TextInput
        name="code"
        label={t("code.label")}
        hint={t("code.hint")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        dir="ltr"
        narrow
        required
      />
      <div className="form-end">
        <SubmitButton>{t("code.act")}</SubmitButton>
        <Link
          href={`${SIGN_IN_PATHS[placeOfSignIn(next)]}?next=${encodeURIComponent(next)}`}
          prefetch={false}
        >
          {t("code.again")}
        </Link>
      </div>
    </form>
  );
}
