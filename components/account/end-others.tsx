import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { endAllOtherSessions } from "@/lib/features/account/actions";

/** Other browsers are signed out at their next request. */
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
