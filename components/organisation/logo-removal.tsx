"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { submitLogoRemoval } from "@/lib/features/organisation/actions";
import { logoSchema } from "@/lib/features/organisation/schema";

export function LogoRemoval({ org, seen }: { org: string; seen: string }) {
  const t = useTranslations("organisation");
  const { state, pending, errors, props } = useServerForm({
    action: bindAction(submitLogoRemoval, org),
    schema: logoSchema,
  });
  return (
    <form {...props} className="mt-6 prose-line">
      <FormNotice state={state} errors={errors} />
      {state.status === "conflict" && (
        <p className="reason" role="alert">
          {t("errors.conflict")}
        </p>
      )}
      <input type="hidden" name="seen" value={seen} />
      <p className="muted mb-2">{t("logoStays")}</p>
      <Button type="submit" tone="irreversible" disabled={pending} aria-busy={pending}>
        {t("removeLogo")}
      </Button>
    </form>
  );
}
