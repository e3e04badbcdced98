import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { SignInNotice as Notice } from "@/lib/features/account/schema";

export function SignInNotice({ notice }: { notice: Notice }) {
  const t = useTranslations("account");
  return (
    <p className="mt-4 said" role="status">
      <Status kind={notice === "emailKept" ? "warn" : "ok"}>{t(`signIn.notices.${notice}`)}</Status>
    </p>
  );
}
