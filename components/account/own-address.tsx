import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import { submitEmailCancellation } from "@/lib/features/account/actions";
import type { loadProfile } from "@/lib/features/account/loaders";
import { formatHour } from "@/lib/i18n/format";

type OwnAddressProps = Pick<Awaited<ReturnType<typeof loadProfile>>, "pending"> & { email: string };

export function OwnAddress({ email, pending }: OwnAddressProps) {
  const t = useTranslations("account-page");
  const locale = useLocale();
  return (
    <>
      <p className="mt-3">
        <bdi>{email}</bdi>
      </p>
      {pending && (
        <div className="mt-3 said">
          <Status kind="warn">
            {t.rich("profile.pending", {
              email: () => <bdi>{pending.email}</bdi>,
              until: formatHour(pending.untilMs, "Africa/Casablanca", locale),
            })}
          </Status>
          <form action={submitEmailCancellation}>
            <Button type="submit" tone="bare">
              {t("profile.withdraw")}
            </Button>
          </form>
        </div>
      )}
      <div className="form-end">
        <LinkButton href="/account/email">{t("profile.change")}</LinkButton>
      </div>
    </>
  );
}
