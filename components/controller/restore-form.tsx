"use client";

import { ArchiveRestore } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { SubmitButton } from "@/components/ui/button";
import { IDLE } from "@/lib/forms/form-state";
import { submitControllerRestore } from "@/lib/features/controller/actions";

/** Needs no reason: the journal has the author and the instant. */
export function RestoreForm({ org, id, version }: { org: string; id: string; version: number }) {
  const t = useTranslations("controller");
  const [state, action, pending] = useActionState(bindAction(submitControllerRestore, org), IDLE);
  return (
    <form action={action}>
      <FormNotice state={state} />
      {state.status === "conflict" && <p className="reason">{t("changedMeanwhile")}</p>}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton tone={undefined} icon={ArchiveRestore} pending={pending}>
        {t("restore")}
      </SubmitButton>
    </form>
  );
}
