"use client";

import { Replace } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select } from "@/components/ui/text-input";
import type { SavedView } from "@/lib/domain/saved-view/saved-view";
import { submitViewFilters } from "@/lib/features/saved-view/actions";
import { viewFiltersSchema } from "@/lib/features/saved-view/schema";

type FiltersFormProps = { org: string; query: string; views: readonly SavedView[] };

/** Puts the filters of a list in the place of those of a view. */
export function FiltersForm({ org, query, views }: FiltersFormProps) {
  const t = useTranslations("saved-view");
  const form = useServerForm({
    action: bindAction(submitViewFilters, org),
    schema: viewFiltersSchema,
    labelOf: (path) => (path === "view" ? t("fields.view") : undefined),
    describeIssue: useNounIssues("saved-view"),
    idPrefix: "replace",
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="query" value={query} />
      <Select
        {...form.field("view")}
        label={t("fields.view")}
        blank={t("choose")}
        options={views.map(({ id, number, name }) => ({ value: `${id} ${number}`, label: name }))}
      />
      <div className="form-end">
        <SubmitButton tone="bare" icon={Replace} pending={form.pending}>
          {t("acts.replace")}
        </SubmitButton>
      </div>
    </form>
  );
}
