"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import type { Role } from "@/lib/domain/access/actor";
import { submitRole } from "@/lib/features/member/actions";
import { roleChangeSchema } from "@/lib/features/member/schema";
import { OwnPassword } from "@/components/form/own-password";
import { useRoleChoices } from "./use-role-choices";

type RoleFormProps = { org: string; id: string; role: Role };

const typedSchema = roleChangeSchema.pick({ role: true, password: true });

/** Applies from the next request on. Sends the role that was shown, so that no concurrent change is undone. */
export function RoleForm({ org, id, role }: RoleFormProps) {
  const t = useTranslations("member");
  const form = useServerForm({
    action: bindAction(submitRole, org),
    schema: typedSchema,
    initial: { role },
    labelOf: (path) =>
      path === "role" ? t("fields.role") : path === "password" ? t("ownPassword.label") : undefined,
    describeIssue: useNounIssues("member"),
  });
  const { defaultValue, ...field } = form.field("role");
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} done={t("role.saved")} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="from" value={role} />
      <RadioChoice
        key={role}
        {...field}
        label={t("role.label")}
        labelHidden
        choices={useRoleChoices()}
        defaultValue={defaultValue}
      />
      <OwnPassword form={form} label={t("ownPassword.label")} hint={t("ownPassword.hint")} />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("role.act")}</SubmitButton>
      </div>
    </form>
  );
}
