"use client";

import { Check, CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { SubmitButton } from "@/components/ui/button";
import { submitAllRead, submitNotificationRead } from "@/lib/features/notification/actions";
import { IDLE } from "@/lib/forms/form-state";

/** Says of one notification that it was read; `about` tells its button from those of the other rows. */
export function ReadForm({ org, seq, about }: { org: string; seq: number; about: string }) {
  const t = useTranslations("notification.acts");
  const [state, action, pending] = useActionState(bindAction(submitNotificationRead, org), IDLE);
  return (
    <form action={action} className="print:hidden">
      <FormNotice state={state} />
      <input type="hidden" name="seq" value={seq} />
      <SubmitButton tone="bare" icon={Check} pending={pending} aria-label={t("readNamed", { about })}>
        {t("read")}
      </SubmitButton>
    </form>
  );
}

/** Says that all were read up to the newest that the page shows. */
export function AllReadForm({ org, upTo }: { org: string; upTo: number }) {
  const t = useTranslations("notification.acts");
  const [state, action, pending] = useActionState(bindAction(submitAllRead, org), IDLE);
  return (
    <form action={action} className="print:hidden">
      <FormNotice state={state} />
      <input type="hidden" name="upTo" value={upTo} />
      <SubmitButton icon={CheckCheck} pending={pending}>
        {t("readAll")}
      </SubmitButton>
    </form>
  );
}
