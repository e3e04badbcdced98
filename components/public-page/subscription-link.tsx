"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormNotice } from "@/components/form/form-notice";
import { InPlaceOfForm } from "@/components/form/in-place-of-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { submitConfirmation, submitLeaving } from "@/lib/features/public-page/actions";
import { IDLE } from "@/lib/forms/form-state";

const ACTIONS = { confirm: submitConfirmation, leave: submitLeaving } as const;

type SubscriptionLinkProps = {
  purpose: keyof typeof ACTIONS;
  token: string;
  /** Address of the page while it is open. */
  address: string | null;
};

/** Requires a press: mail programs fetch links, and a GET must change nothing. */
export function SubscriptionLink({ purpose, token, address }: SubscriptionLinkProps) {
  const t = useTranslations(`published.${purpose}`);
  const [state, action, pending] = useActionState(ACTIONS[purpose], IDLE);
  const back = address && <LinkButton href={`/public/${address}`}>{t("page")}</LinkButton>;
  if (state.status === "done")
    return <InPlaceOfForm title={t("doneTitle")} texts={[t("doneText")]} actions={back} />;
  if (state.status === "not-found")
    return <InPlaceOfForm title={t("staleTitle")} texts={[t("staleText")]} actions={back} />;
  return (
    <form action={action}>
      <FormNotice state={state} errors={[]} />
      <input type="hidden" name="token" value={token} />
      <div className="form-end">
        <SubmitButton pending={pending}>{t("act")}</SubmitButton>
        {back}
      </div>
    </form>
  );
}
