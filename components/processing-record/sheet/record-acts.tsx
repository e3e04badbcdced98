"use client";

import { CircleAlert, UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useFirstState } from "@/components/form/use-submission";
import { ActLink } from "@/components/ui/act-link";
import { SubmitButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { showToast } from "@/components/ui/toasts";
import type { FormState } from "@/lib/forms/form-state";
import { dateReview } from "@/lib/features/processing-record/actions";
import { recordHref, type RecordPlace } from "./record-address";

type RecordActsProps = RecordPlace & { version: number; today: string; mayMove: boolean };

export function RecordActs({ org, id, capacity, version, today, mayMove }: RecordActsProps) {
  const t = useTranslations("record.page");
  const [state, review, pending] = useActionState(bindAction(dateReview, org), useFirstState());
  useEffect(() => {
    if (state.status === "done") showToast({ text: t("reviewed", { date: today }) });
  }, [state, t, today]);
  return (
    <div>
      <div className="flex flex-wrap gap-2">
        {mayMove && (
          <>
            <ActLink of="state" href={`${recordHref({ org, id, capacity })}/state`} />
            <form action={review}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              <SubmitButton icon={UserCheck} pending={pending}>
                {t("review")}
              </SubmitButton>
            </form>
          </>
        )}
      </div>
      <ReviewRefusal state={state} />
    </div>
  );
}

function ReviewRefusal({ state }: { state: FormState }) {
  const t = useTranslations("record.page");
  if (state.status === "done" || state.status === "idle") return null;
  if (state.status === "conflict")
    return (
      <p className="reason mt-2" role="alert">
        <Icon of={CircleAlert} small />
        {t("conflict")}
      </p>
    );
  return <FormNotice state={state} />;
}
