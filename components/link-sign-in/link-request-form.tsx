"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { submitLinkRequest } from "@/lib/features/link-sign-in/actions";
import { linkRequestSchema } from "@/lib/features/link-sign-in/schema";

const typedSchema = linkRequestSchema.pick({ email: true });

/** Answers alike whether or not the address has a portal. */
export function LinkRequestForm({ next, email }: { next: string; email: string }) {
  const t = useTranslations("link-sign-in");
  const form = useServerForm({
    action: submitLinkRequest,
    schema: typedSchema,
    initial: { email },
    describeIssue: ({ key }) => (key === "tooManyTries" ? t("request.locked") : undefined),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="next" value={next} />
      <TextInput
        {...form.field("email")}
        type="email"
        label={t("request.email")}
        hint={t("request.hint")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
      />
      <div className="form-end">
        <SubmitButton icon={Send} pending={form.pending}>
          {t("request.act")}
        </SubmitButton>
        <LinkButton href={`/sign-in?next=${encodeURIComponent(next)}`}>{t("request.password")}</LinkButton>
      </div>
    </form>
  );
}
