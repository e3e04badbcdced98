"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { renew } from "@/lib/features/contact/actions";

const NOTHING_TYPED = z.object({});

export function RenewForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("contact");
  const form = useServerForm({
    action: bindAction(renew, org),
    schema: NOTHING_TYPED,
    describeIssue: useNounIssues("contact"),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <div className="form-end">
        <SubmitButton icon={Send} pending={form.pending}>
          {t("renew.act")}
        </SubmitButton>
      </div>
    </form>
  );
}
