"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { confirmRequest, sendDrafts } from "@/lib/features/authorisation/actions";
import { confirmationAskSchema, requestsSendSchema } from "@/lib/features/authorisation/schema";

type OneButtonFormProps = { org: string; act: "send" | "confirm"; request: { id: string; version: number } };

const ACTS = {
  send: { action: sendDrafts, schema: requestsSendSchema },
  confirm: { action: confirmRequest, schema: confirmationAskSchema },
};

export function OneButtonForm({ org, act, request: { id, version } }: OneButtonFormProps) {
  const t = useTranslations("authorisation");
  const { action, schema } = ACTS[act];
  const form = useServerForm({
    action: bindAction(action, org),
    schema,
    describeIssue: useNounIssues("authorisation", "authorisation.refusals"),
  });
  const { ref: _ref, ...props } = form.props;
  return (
    <form key={form.key} {...props} onSubmit={undefined}>
      <FormNotice state={form.state} errors={form.errors} />
      {form.state.status === "conflict" && (
        <p className="reason" role="alert">
          {t("changedMeanwhile")}
        </p>
      )}
      {act === "send" ? (
        <input type="hidden" name="requests" value={`${id} ${version}`} />
      ) : (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
        </>
      )}
      <SubmitButton pending={form.pending}>{t(`acts.${act}`)}</SubmitButton>
    </form>
  );
}
