"use client";

import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useFirstState } from "@/components/form/use-submission";
import { SubmitButton } from "@/components/ui/button";
import type { FormState } from "@/lib/forms/form-state";
import { restoreVersion } from "@/lib/features/processing-record/actions";
import { recordHref, type RecordPlace } from "@/components/processing-record/sheet/record-address";

type RestoreFormProps = { place: RecordPlace; version: number; restored: number };

/** Sends the current version, so that no concurrent change is overwritten. */
export function RestoreForm({ place, version, restored }: RestoreFormProps) {
  const t = useTranslations("history.restoring");
  const [state, action, pending] = useActionState(bindAction(restoreVersion, place.org), useFirstState());
  return (
    <form action={action}>
      <RestoreRefusal state={state} />
      <input type="hidden" name="id" value={place.id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="restored" value={restored} />
      <div className="form-end">
        <SubmitButton icon={History} pending={pending}>
          {t("act", { version: restored })}
        </SubmitButton>
        <Link className="btn" href={`${recordHref(place)}/history`} prefetch={false}>
          {t("back")}
        </Link>
      </div>
    </form>
  );
}

function RestoreRefusal({ state }: { state: FormState }) {
  const t = useTranslations("history.restoring");
  if (state.status === "conflict")
    return (
      <p className="reason mt-3" role="alert">
        {t("conflict", { author: state.author, version: state.version })}
      </p>
    );
  if (state.status !== "refused") return <FormNotice state={state} />;
  const key = state.issues[0]?.key.replace("restore.", "refusals.") ?? "";
  return (
    <p className="reason mt-3" role="alert">
      {t(t.has(key as "refusals.same") ? (key as "refusals.same") : "refusals.same")}
    </p>
  );
}
