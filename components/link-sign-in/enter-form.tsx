import { LogIn } from "lucide-react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/button";

type EnterFormProps = { csrfToken: string; next: string; token: string };

/** Requires a press, because mail scanners follow links. */
export function EnterForm({ csrfToken, next, token }: EnterFormProps) {
  const t = useTranslations("link-sign-in");
  return (
    <form method="post" action="/api/auth/callback/link">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={next} />
      <input type="hidden" name="token" value={token} />
      <div className="form-end">
        <SubmitButton icon={LogIn}>{t("link.act")}</SubmitButton>
      </div>
    </form>
  );
}
