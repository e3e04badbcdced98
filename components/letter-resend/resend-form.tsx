"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { OwnPassword } from "@/components/form/own-password";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import type { Issue } from "@/lib/domain/outcome/outcome";
import { sendAgain } from "@/lib/features/letter-resend/actions";

type ResendFormProps = { org: string; id: string; resending: "now" | "again" | "anew" };

const NOTHING_TYPED = z.object({});

/** Says what will leave before it is pressed: the letter itself, or another with a new link. */
export function ResendForm({ org, id, resending }: ResendFormProps) {
  const t = useTranslations("outbox");
  const words = useTranslations("member.ownPassword");
  const form = useServerForm({
    action: bindAction(sendAgain, org),
    schema: NOTHING_TYPED,
    labelOf: (path) => (path === "password" ? words("label") : undefined),
    describeIssue: useRefusals(),
  });
  const { props, state, errors, pending } = form;
  return (
    <form {...props}>
      <FormNotice state={state} errors={errors} />
      <input type="hidden" name="id" value={id} />
      <p className="muted prose-line">{t(`retry.hints.${resending}`)}</p>
      <OwnPassword form={form} label={words("label")} hint={words("hint")} />
      <div className="form-end">
        <SubmitButton tone={undefined} icon={RotateCcw} pending={pending}>
          {t(resending === "anew" ? "retry.anew" : "retry.act")}
        </SubmitButton>
      </div>
    </form>
  );
}

/** An invitation is refused by its own noun. */
function useRefusals() {
  const [ofLetter, ofMember, ofContact] = [
    useNounIssues("outbox"),
    useNounIssues("member"),
    useNounIssues("contact"),
  ];
  return (issue: Issue) => ofLetter(issue) ?? ofMember(issue) ?? ofContact(issue);
}
