"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { CheckboxList } from "@/components/ui/checkbox-list";
import type { NotificationKind } from "@/lib/domain/notification/kinds";
import { submitShownKinds } from "@/lib/features/notification/actions";
import { shownKindsSchema } from "@/lib/features/notification/schema";

type KindsFormProps = { org: string; kinds: readonly { kind: NotificationKind; isShown: boolean }[] };

/** Chooses which kinds are listed and counted, for oneself alone. */
export function KindsForm({ org, kinds }: KindsFormProps) {
  const t = useTranslations("notification");
  const form = useServerForm({
    action: bindAction(submitShownKinds, org),
    schema: shownKindsSchema,
    initial: { kinds: kinds.filter(({ isShown }) => isShown).map(({ kind }) => kind) },
    labelOf: () => t("choice.kinds"),
    describeIssue: useNounIssues("notification"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <CheckboxList
        name="kinds"
        label={t("choice.kinds")}
        hint={t("choice.hint")}
        value={form.valueOf("kinds")}
        options={kinds.map(({ kind }) => ({ id: kind, label: t(`kinds.${kind}`) }))}
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("acts.choose")}</SubmitButton>
      </div>
    </form>
  );
}
