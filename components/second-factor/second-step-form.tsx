"use client";

import { useTranslations } from "next-intl";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { answerSecondStep, answerWithKey, askStepKey } from "@/lib/features/second-factor/actions";
import type { loadSecondStep } from "@/lib/features/second-factor/loaders";
import { codeSchema } from "@/lib/features/second-factor/schema";
import { CodeField } from "./code-field";
import { PasskeyButton } from "./passkey-button";
import { useFactorIssues } from "./use-factor-issues";

type Step = Awaited<ReturnType<typeof loadSecondStep>>;

/** Accepts application and recovery codes in a single field; also a passkey where one exists. */
export function SecondStepForm({ hasTotp, hasPasskey }: Step) {
  const t = useTranslations("security.step");
  const label = t(hasTotp ? "code" : "recoveryOnly");
  const form = useServerForm({
    action: answerSecondStep,
    schema: codeSchema,
    labelOf: (path) => (path === "code" ? label : undefined),
    describeIssue: useFactorIssues(),
  });
  return (
    <>
      {hasPasskey && (
        <PasskeyButton
          label={t("passkey")}
          tone={hasTotp ? undefined : "go"}
          ask={askStepKey}
          answer={answerWithKey}
        />
      )}
      <form {...form.props}>
        <FormNotice state={form.state} errors={form.errors} />
        <CodeField form={form} label={label} hint={t(hasTotp ? "codeHint" : "recoveryHint")} />
        <div className="form-end">
          <SubmitButton tone={hasTotp ? "go" : undefined} pending={form.pending}>
            {t("act")}
          </SubmitButton>
          <LinkButton tone="bare" href="/sign-in">
            {t("back")}
          </LinkButton>
        </div>
      </form>
    </>
  );
}
