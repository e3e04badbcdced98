"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useIssueWords } from "@/components/form/use-issue-words";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import type { BulkKind } from "@/lib/domain/processing-record/bulk";
import { IDLE } from "@/lib/domain/form-state";
import type { Issue } from "@/lib/domain/outcome";
import { actOnRecords } from "@/lib/features/processing-record/actions";

type BulkFormProps = {
  org: string;
  /** The list it began at. */
  back: string;
  act: BulkKind;
  /** Entries that change. */
  count: number;
  /** What the preview was of, and the version of each entry that it showed. */
  sent: Readonly<Record<string, string>>;
  measureIds: readonly string[];
};

/** Confirms what the preview showed, and nothing else: an entry that changed since stops the whole act. */
export function BulkForm({ org, back, act, count, sent, measureIds }: BulkFormProps) {
  const t = useTranslations("bulk");
  const [state, action, pending] = useActionState(bindAction(actOnRecords, org), IDLE);
  const say = ({ key, params }: Issue) => {
    const known = `errors.${key.replace("bulk.", "")}`;
    return t.has(known) ? t(known, params) : undefined;
  };
  const { wordsOf, lineOf } = useIssueWords(undefined, say);
  const issues = state.status === "refused" ? state.issues : [];
  const reason = issues.find(({ path }) => path === "reason");
  const isStale = issues.some(({ key }) => key === "bulk.changed");
  const router = useRouter();
  // What stands now takes the place of what was shown.
  useEffect(() => {
    if (isStale) router.refresh();
  }, [isStale, state, router]);
  return (
    <form action={action} id="seen">
      <FormNotice state={state} errors={issues.map((issue) => lineOf(issue.path, issue))} />
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {measureIds.map((id) => (
        <input key={id} type="hidden" name="measureIds" value={id} />
      ))}
      {act === "end" && (
        <TextArea
          name="reason"
          label={t("fields.reason")}
          hint={t("hints.reason")}
          error={reason && wordsOf(reason)}
          defaultValue={"values" in state ? String(state.values.reason ?? "") : ""}
        />
      )}
      <p className="muted mt-3 prose-line">{t(`effect.${act}`)}</p>
      <div className="form-end">
        <SubmitButton pending={pending}>{t(`do.${act}`, { count })}</SubmitButton>
        <Link className="btn" href={back} prefetch={false}>
          {t("cancel")}
        </Link>
      </div>
    </form>
  );
}
