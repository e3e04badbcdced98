"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { Button, SubmitButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Status } from "@/components/ui/status";
import { resetMember } from "@/lib/features/second-factor/actions";
import type { loadSecurity } from "@/lib/features/second-factor/loaders";
import { resetSchema } from "@/lib/features/second-factor/schema";
import { useFactorIssues } from "./use-factor-issues";

type Security = Awaited<ReturnType<typeof loadSecurity>>;
type MemberFactorsProps = { org: string; members: Security["members"]; mayReset: boolean };

/** Who has a second factor and who has none; an owner forgets that of somebody who lost theirs. */
export function MemberFactors({ org, members, mayReset }: MemberFactorsProps) {
  const t = useTranslations("security");
  const form = useServerForm({
    action: bindAction(resetMember, org),
    schema: resetSchema,
    say: useFactorIssues(),
  });
  return (
    <>
      <FormNotice state={form.state} errors={form.errors} done={t("reset.done")} />
      <ul>
        {members.map((member) => (
          <li key={member.id} className="field">
            <span>
              {member.name}
              <br />
              <bdi className="muted small">{member.email}</bdi>
            </span>
            <span>
              <Status kind={member.hasFactor ? "ok" : "warn"}>
                {t(member.hasFactor ? "members.has" : "members.hasNot")}
              </Status>
            </span>
            <span>
              {mayReset && member.hasFactor && !member.isSelf && (
                <ResetForm id={member.id} name={member.name} form={form} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

type ResetFormProps = { id: string; name: string; form: ReturnType<typeof useServerForm> };

/** Every session of theirs ends and nothing brings the old factor back: asked twice. */
function ResetForm({ id, name, form }: ResetFormProps) {
  const t = useTranslations("security.reset");
  const formId = `reset-${id}`;
  return (
    <form {...form.props} id={formId}>
      <input type="hidden" name="memberId" value={id} />
      <ConfirmDialog
        trigger={<Button>{t("open", { name })}</Button>}
        title={t("title", { name })}
        says={t("text", { name })}
        cancel={t("cancel")}
        act={
          <SubmitButton form={formId} tone="irreversible" pending={form.pending}>
            {t("act")}
          </SubmitButton>
        }
      />
    </form>
  );
}
