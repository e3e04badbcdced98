"use client";

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { z } from "zod";
import { FormNotice } from "@/components/form/form-notice";
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
};

const NOTHING_TYPED = z.object({});

export function PlainAct({ action, about = {}, icon, tone, children, besides }: PlainActProps) {
  const form = useServerForm({ action, schema: NOTHING_TYPED, describeIssue: useNounIssues("member") });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="form-end">
        <SubmitButton tone={tone} icon={icon} pending={form.pending}>
          {children}
        </SubmitButton>
        {besides}
      </div>
    </form>
  );
}
