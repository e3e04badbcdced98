import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { endAllOtherSessions } from "@/lib/features/account/actions";

/** Every browser but this one goes back to sign-in at its next step. */
export function EndOthers() {
  const t = useTranslations("account-page");
  return (
    <form action={endAllOtherSessions}>
      <Button type="submit" tone="irreversible">
        {t("sessions.endOthers")}
      </Button>
    </form>
  );
}
