"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { submitSame } from "@/lib/features/rights-request/actions";
import { sameRequestSchema } from "@/lib/features/rights-request/schema";

type SameFormProps = { org: string; id: string; sameAs: string; reference: string };

/** Offers both answers: the same request, which is joined, or another, which goes on. */
export function SameForm({ org, id, sameAs, reference }: SameFormProps) {
  const t = useTranslations("rights-request.same");
  const form = useServerForm({
    action: bindAction(submitSame, org),
    schema: sameRequestSchema,
    describeIssue: useNounIssues("rights-request"),
  });
  return (
    <form key={form.key} {...form.props} className="mt-2 print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="sameAs" value={sameAs} />
      <p className="flex flex-wrap gap-2">
        <SubmitButton name="answer" value="same" tone="bare" icon={Copy} pending={form.pending}>
          {t("same", { reference })}
        </SubmitButton>
        <SubmitButton name="answer" value="other" tone="bare" pending={form.pending}>
          {t("other")}
        </SubmitButton>
      </p>
    </form>
  );
}
