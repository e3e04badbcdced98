"use client";

import { Copy, Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState, useRef, useState } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useIssueWords } from "@/components/form/use-issue-words";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { Button, SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IDLE } from "@/lib/forms/form-state";
import { showLink, type RevealState } from "@/lib/features/outbox/actions";

/** Shows the link on request only, because each request is journalled. */
export function LetterLink({ org, id }: { org: string; id: string }) {
  const t = useTranslations("outbox");
  const [state, action, pending] = useActionState<RevealState, FormData>(bindAction(showLink, org), IDLE);
  const { lineOf } = useIssueWords(undefined, useNounIssues("outbox"));
  if (state.link) return <CopyableLink link={state.link} />;
  const errors = state.status === "refused" ? state.issues.map((issue) => lineOf(issue.path, issue)) : [];
  return (
    <form action={action}>
      <FormNotice state={state} errors={errors} />
      <input type="hidden" name="id" value={id} />
      <p className="muted prose-line">{t("link.hint")}</p>
      <div className="form-end">
        <SubmitButton tone={undefined} icon={Eye} pending={pending}>
          {t("link.show")}
        </SubmitButton>
      </div>
    </form>
  );
}

/** Selectable by one press, because plain HTTP blocks the clipboard. */
function CopyableLink({ link }: { link: string }) {
  const t = useTranslations("outbox");
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Field id="letter-link" label={t("link.label")}>
      <input
        id="letter-link"
        ref={input}
        className="inp w-full"
        dir="ltr"
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="form-end">
        <Button icon={Copy} onClick={copy}>
          {t("link.copy")}
        </Button>
        <span role="status" className="muted">
          {isCopied && t("link.copied")}
        </span>
      </div>
    </Field>
  );
}
