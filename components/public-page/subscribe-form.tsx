"use client";

import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { InPlaceOfForm } from "@/components/form/in-place-of-form";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { submitSubscription } from "@/lib/features/public-page/actions";
import { subscribeSchema } from "@/lib/features/public-page/schema";

/** Answers alike whether or not the address has subscribed. */
export function SubscribeForm({ address }: { address: string }) {
  const t = useTranslations("published.subscribe");
  const form = useServerForm({
    action: bindAction(submitSubscription, address),
    schema: subscribeSchema,
    labelOf: (path) => (path === "email" ? t("email") : undefined),
    describeIssue: useNounIssues("published"),
  });
  if (form.state.status === "done")
    return (
      <InPlaceOfForm
        title={t("sentTitle")}
        texts={[
          t.rich("sent", { email: () => <bdi>{form.state.status === "done" && form.state.once?.[0]}</bdi> }),
        ]}
      />
    );
  return (
    <form key={form.key} {...form.props} className="print:hidden">
      <h3 className="pt-5">{t("title")}</h3>
      <p className="prose-line">{t("text")}</p>
      <FormNotice {...form.notice} />
      <TextInput
        {...form.field("email")}
        type="email"
        label={t("email")}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
      />
      <div className="form-end">
        <SubmitButton icon={Mail} pending={form.pending}>
          {t("act")}
        </SubmitButton>
      </div>
    </form>
  );
}
