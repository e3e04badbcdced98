"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import type { SavedView } from "@/lib/domain/saved-view/saved-view";
import { submitViewRemoval } from "@/lib/features/saved-view/actions";
import { viewRemovalSchema } from "@/lib/features/saved-view/schema";

/** Removes a view, and nothing of its list. */
export function RemovalForm({ org, view }: { org: string; view: SavedView }) {
  const t = useTranslations("saved-view");
  const form = useServerForm({
    action: bindAction(submitViewRemoval, org),
    schema: viewRemovalSchema,
    describeIssue: useNounIssues("saved-view"),
    idPrefix: "removal",
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="seen" value={view.number} />
      <p className="pt-3">{t(view.isShared ? "removal.shared" : "removal.own")}</p>
      <div className="form-end">
        <SubmitButton tone="irreversible" icon={Trash2} pending={form.pending}>
          {t("acts.remove")}
        </SubmitButton>
      </div>
    </form>
  );
}
