"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import { resetMember } from "@/lib/features/second-factor/actions";
import type { loadSecurity } from "@/lib/features/second-factor/loaders";
import { resetSchema } from "@/lib/features/second-factor/schema";
import { useFactorIssues } from "./use-factor-issues";

type Security = Awaited<ReturnType<typeof loadSecurity>>;
type MemberFactorsProps = { org: string; members: Security["members"]; mayReset: boolean };

// The member is sent with the form without being one of its fields.
const typedSchema = resetSchema.omit({ memberId: true });

export function MemberFactors({ org, members, mayReset }: MemberFactorsProps) {
  const t = useTranslations("security");
  const form = useServerForm({
    action: bindAction(resetMember, org),
    schema: typedSchema,
    describeIssue: useFactorIssues(),
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

/** States effect and precautions before the act; needs no JavaScript. */
function ResetForm({ id, name, form }: ResetFormProps) {
  const t = useTranslations("security.reset");
  return (
    <details>
      <summary className="btn">{t("open", { name })}</summary>
      <form {...form.props}>
        <input type="hidden" name="memberId" value={id} />
        <p className="mt-3">{t("text", { name })}</p>
        <div className="form-end">
          <SubmitButton tone="irreversible" pending={form.pending}>
            {t("act")}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
