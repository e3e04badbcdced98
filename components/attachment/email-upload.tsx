"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { SubmitButton } from "@/components/ui/button";
import { Hash } from "@/components/ui/seal";
import { FileInput } from "@/components/ui/text-input";
import { Part } from "@/components/shell/sheet";
import { MAX_DOCUMENT_MEGABYTES } from "@/lib/domain/attachment/formats";
import type { EmailFill, ReadEmailed } from "@/lib/domain/attachment/emailed";
import type { DocumentNotice } from "@/lib/domain/attachment/refusals";
import { EmailTaken } from "./email-taken";
import { useEmailFill, type EmailState, type Waiting } from "./use-email-fill";
import { useReason } from "./use-reason";

type EmailUploadProps = {
  /** Upload address, which redirects back to the page. */
  to: string;
  /** `id` of the form that includes the uploaded file. */
  form: string;
  /** The file uploaded already, from the page's address, and what is read of it: the form begins with that. */
  waiting: Waiting | null;
  emailed: ReadEmailed;
  notice: DocumentNotice | null;
  /** Controls that take a part of an e-mail. */
  fills: readonly EmailFill[];
};

/**
 * Uploads the e-mail of an instruction before its form is sent, so that a refused form does not lose it, and fills what the
 * form asks from it where nobody typed. A script uploads it on choice or drop; without one it has its own button.
 */
export function EmailUpload({ to, form, fills, emailed: read, waiting, notice }: EmailUploadProps) {
  const t = useTranslations("attachment");
  const { state, formRef, onChange } = useEmailFill({ to, form, fills, first: { waiting, notice, read } });
  return (
    <Part title={t("email.title")} article={t("email.article")}>
      <form ref={formRef} method="post" encType="multipart/form-data" action={to}>
        <EmailInput
          state={state}
          label={t("email.field")}
          hint={t("email.hint", { megabytes: MAX_DOCUMENT_MEGABYTES })}
          accept=".eml,.msg,.pdf"
          onChange={onChange}
        />
        <div className="scriptless">
          <div className="form-end">
            <SubmitButton tone={undefined}>{t("email.act")}</SubmitButton>
          </div>
        </div>
      </form>
      <div role="status" className="mt-2">
        {state.isSending && <p>{t("email.sending")}</p>}
        {!state.isSending && state.waiting && (
          <>
            <p>
              {t("email.waits")} <bdi className="break-words">{state.waiting.fileName}</bdi> ·{" "}
              {t("fingerprint")} <Hash value={state.waiting.sha256} />
            </p>
            <EmailTaken {...state} unread={t("email.unread")} />
          </>
        )}
      </div>
      {state.waiting && <input type="hidden" name="email" value={state.waiting.id} form={form} />}
    </Part>
  );
}

/** Fills a form from an e-mail that is read and not stored. Needs a script, and is hidden without one. */
export function EmailReader({ to, form, fills }: Pick<EmailUploadProps, "to" | "form" | "fills">) {
  const t = useTranslations("attachment.email");
  const { state, formRef, onChange } = useEmailFill({ to, form, fills });
  return (
    <form ref={formRef} className="scripted">
      <EmailInput
        state={state}
        label={t("received")}
        hint={t("readHint", { megabytes: MAX_DOCUMENT_MEGABYTES })}
        accept=".eml,.msg"
        onChange={onChange}
      />
      <div role="status" className="mt-2">
        {state.isSending ? <p>{t("sending")}</p> : <EmailTaken {...state} unread={t("notRead")} />}
      </div>
    </form>
  );
}

type EmailInputProps = {
  state: EmailState;
  label: string;
  hint: string;
  accept: string;
  onChange: (...change: Parameters<NonNullable<ComponentProps<"input">["onChange"]>>) => Promise<void>;
};

function EmailInput({ state, onChange, ...words }: EmailInputProps) {
  return (
    <FileInput
      id="email-file"
      {...words}
      optional
      error={useReason(state.notice)}
      onChange={(event) => void onChange(event)}
    />
  );
}
