"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormNotice } from "@/components/form/form-notice";
import { InPlaceOfForm } from "@/components/form/in-place-of-form";
import { PortalHead } from "@/components/shell/portal-page";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { submitConfirmation, submitLeaving } from "@/lib/features/public-page/actions";
import { IDLE } from "@/lib/forms/form-state";

const ACTIONS = { confirm: submitConfirmation, leave: submitLeaving } as const;

type SubscriptionLinkProps = {
  purpose: keyof typeof ACTIONS;
  token: string;
  /** `address` of the page while it is open; null where the link is over. */
  found: { organisation: string; address: string | null } | null;
};

/** Requires a press: mail programs fetch links, and a GET must change nothing. */
export function SubscriptionLink({ purpose, token, found }: SubscriptionLinkProps) {
  const t = useTranslations(`published.${purpose}`);
  const [state, action, pending] = useActionState(ACTIONS[purpose], IDLE);
  const back = found?.address && <LinkButton href={`/public/${found.address}`}>{t("page")}</LinkButton>;
  if (state.status === "done")
    return (
      <>
        <PortalHead title={t("title")} />
        <InPlaceOfForm title={t("doneTitle")} texts={[t("doneText")]} actions={back} />
      </>
    );
  if (!found || state.status === "not-found")
    return <PortalHead title={t("staleTitle")} lead={t("staleText")} actions={back} />;
  return (
    <>
      <PortalHead title={t("title")} lead={t("lead", { organisation: found.organisation })} />
      <form action={action}>
        <FormNotice state={state} errors={[]} />
        <input type="hidden" name="token" value={token} />
        <div className="form-end">
          <SubmitButton pending={pending}>{t("act")}</SubmitButton>
          {back}
        </div>
      </form>
    </>
  );
}
