"use client";

import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { submitView, submitViewChange } from "@/lib/features/saved-view/actions";
import { viewChangeSchema, viewSchema } from "@/lib/features/saved-view/schema";

/** Filters of a list that have no view yet. */
type Filters = { list: string; query: string };
type Stored = { id: string; number: number; name: string; isShared: boolean };
type ViewFormProps = { org: string; of: Filters | (Filters & Stored); mayShare: boolean };

/** Names a view and says who sees it: a new one, or one that stands. */
export function ViewForm({ org, of, mayShare }: ViewFormProps) {
  const t = useTranslations("saved-view");
  const stored = "id" in of ? of : null;
  const form = useServerForm({
    action: bindAction(stored ? submitViewChange : submitView, org),
    schema: stored ? viewChangeSchema : viewSchema,
    initial: stored ?? {},
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("saved-view"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      {stored ? (
        <>
          <input type="hidden" name="id" value={stored.id} />
          <input type="hidden" name="seen" value={stored.number} />
        </>
      ) : (
        <>
          <input type="hidden" name="list" value={of.list} />
          <input type="hidden" name="query" value={of.query} />
        </>
      )}
      <TextInput {...form.field("name")} maxLength={60} label={t("fields.name")} hint={t("hints.name")} />
      {(mayShare || stored?.isShared) && (
        <Checkbox
          name="isShared"
          value="true"
          defaultChecked={Boolean(form.valueOf("isShared"))}
          label={t("fields.isShared")}
          hint={t("hints.isShared")}
        />
      )}
      <div className="form-end">
        <SubmitButton icon={Bookmark} pending={form.pending}>
          {t(stored ? "acts.change" : "acts.save")}
        </SubmitButton>
      </div>
    </form>
  );
}
