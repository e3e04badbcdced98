"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import type { Nameable } from "@/lib/domain/internal-note/mentions";
import { submitCorrection } from "@/lib/features/internal-note/actions";
import { correctionSchema } from "@/lib/features/internal-note/schema";
import { MentionArea } from "./mention-area";

type CorrectionFormProps = {
  org: string;
  note: { id: string; text: string; seen: number };
  members: readonly Nameable[];
};

/** Corrects the text of one's own note; the former one stays below it. */
export function CorrectionForm({ org, note, members }: CorrectionFormProps) {
  const t = useTranslations("internal-note");
  const form = useServerForm({
    action: bindAction(submitCorrection, org),
    schema: correctionSchema,
    initial: { text: note.text },
    labelOf: (path) => (path === "text" ? t("fields.text") : undefined),
    describeIssue: useNounIssues("internal-note"),
  });
  return (
    <form {...form.props} key={form.key} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="note" value={note.id} />
      <input type="hidden" name="seen" value={note.seen} />
      <MentionArea
        {...form.field("text")}
        members={members}
        rows={5}
        maxLength={4000}
        label={t("fields.text")}
        hint={t("hints.text")}
      />
      <div className="form-end">
        <SubmitButton icon={Check} pending={form.pending}>
          {t("acts.correct")}
        </SubmitButton>
      </div>
    </form>
  );
}
