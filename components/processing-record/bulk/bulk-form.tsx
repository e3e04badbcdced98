"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useTransition } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import type { BulkKind } from "@/lib/domain/processing-record/bulk";
import type { Issue } from "@/lib/domain/outcome/outcome";
import { actOnRecords } from "@/lib/features/processing-record/actions";
import { bulkTypedSchema } from "@/lib/features/processing-record/schema";

type BulkFormProps = {
  org: string;
  /** Path of the list. */
  back: string;
  act: BulkKind;
  /** Number of entries to change. */
  count: number;
  /** Parameters of the preview and the version of each entry. */
  sent: Readonly<Record<string, string>>;
  measureIds: readonly string[];
};

/** Confirms exactly the preview: one entry changed since refuses the whole act. */
export function BulkForm({ org, back, act, count, sent, measureIds }: BulkFormProps) {
  const t = useTranslations("bulk");
  const form = useServerForm({
    action: bindAction(actOnRecords, org),
    schema: bulkTypedSchema(act),
    labelOf: (path) => (path === "reason" ? t("fields.reason") : undefined),
    describeIssue: ({ key, params }: Issue) => {
      const known = `errors.${key.replace("bulk.", "")}`;
      return t.has(known) ? t(known, params) : undefined;
    },
  });
  const { state } = form;
  const isStale = state.status === "refused" && state.issues.some(({ key }) => key === "bulk.changed");
  const router = useRouter();
  // Refreshes the preview before it can be confirmed again.
  const [isRefreshing, startRefresh] = useTransition();
  useEffect(() => {
    if (isStale) startRefresh(() => router.refresh());
  }, [isStale, state, router]);
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {measureIds.map((id) => (
        <input key={id} type="hidden" name="measureIds" value={id} />
      ))}
      {act === "end" && (
        <TextArea {...form.field("reason")} label={t("fields.reason")} hint={t("hints.reason")} />
      )}
      <p className="muted mt-3 prose-line">{t(`effect.${act}`)}</p>
      <div className="form-end">
        <SubmitButton pending={form.pending || isRefreshing}>{t(`do.${act}`, { count })}</SubmitButton>
        <Link className="btn" href={back} prefetch={false}>
          {t("cancel")}
        </Link>
      </div>
    </form>
  );
}
