"use client";

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { z } from "zod";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm, type FormAction } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";

type PlainLetterActProps = {
  action: FormAction;
  /** Absent where the act creates a letter. */
  id?: string;
  icon: LucideIcon;
  children: ReactNode;
};

const NOTHING_TYPED = z.object({});

export function PlainLetterAct({ action, id, icon, children }: PlainLetterActProps) {
  const { props, state, errors, pending } = useServerForm({
    action,
    schema: NOTHING_TYPED,
    describeIssue: useNounIssues("outbox"),
  });
  return (
    <form {...props}>
      <FormNotice state={state} errors={errors} />
      {id && <input type="hidden" name="id" value={id} />}
      <SubmitButton tone={undefined} icon={icon} pending={pending}>
        {children}
      </SubmitButton>
    </form>
  );
}
