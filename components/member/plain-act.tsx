"use client";

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { z } from "zod";
import { FormNotice } from "@/components/form/form-notice";
import { OwnPassword } from "@/components/form/own-password";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm, type FormAction } from "@/components/form/use-server-form";
import { SubmitButton, type ButtonTone } from "@/components/ui/button";

type PlainActProps = {
  action: FormAction;
  /** Hidden fields that identify the object. */
  about?: Readonly<Record<string, string>>;
  icon?: LucideIcon;
  tone?: ButtonTone;
  children: ReactNode;
  besides?: ReactNode;
  /** Words of the password that is asked of whoever proved nothing within five minutes; for acts that hand over the organisation. */
  ownPassword?: { label: string; hint: string };
};

const NOTHING_TYPED = z.object({});

export function PlainAct({ action, about = {}, icon, tone, children, besides, ownPassword }: PlainActProps) {
  const form = useServerForm({
    action,
    schema: NOTHING_TYPED,
    labelOf: (path) => (path === "password" ? ownPassword?.label : undefined),
    describeIssue: useNounIssues("member"),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {ownPassword && <OwnPassword form={form} {...ownPassword} />}
      <div className="form-end">
        <SubmitButton tone={tone} icon={icon} pending={form.pending}>
          {children}
        </SubmitButton>
        {besides}
      </div>
    </form>
  );
}
