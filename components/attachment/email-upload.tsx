"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type ChangeEvent } from "react";
import { SubmitButton } from "@/components/ui/button";
import { Hash } from "@/components/ui/seal";
import { FileInput } from "@/components/ui/text-input";
import { Part } from "@/components/shell/sheet";
import { MAX_DOCUMENT_MEGABYTES } from "@/lib/domain/attachment/formats";
import { readDocumentNotice, type DocumentNotice } from "@/lib/domain/attachment/refusals";
import { useReason } from "./use-reason";

type Waiting = { id: string; fileName: string; sha256: string };

type EmailUploadProps = {
  /** Upload address, which redirects back to the page. */
  to: string;
  /** `id` of the form that includes the uploaded file. */
  form: string;
  /** The file uploaded already, from the page's address. */
  waiting: Waiting | null;
  notice: DocumentNotice | null;
};

/**
 * Uploads the e-mail of an instruction before its form is sent, so that a refused form does not lose it. A script
 * uploads it on choice; without one it has its own button.
 */
export function EmailUpload({ to, form, ...first }: EmailUploadProps) {
  const t = useTranslations("attachment");
  const formRef = useRef<HTMLFormElement>(null);
  const [{ waiting, notice, isSending }, setState] = useState({ ...first, isSending: false });
  const reason = useReason(notice);
  const onChange = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (!file) return;
    setState({ waiting, notice: null, isSending: true });
    const answer = await send(to, file);
    formRef.current?.reset();
    setState({ ...answer, waiting: answer.waiting ?? waiting, isSending: false });
  };
  return (
    <Part title={t("email.title")} article={t("email.article")}>
      <form ref={formRef} method="post" encType="multipart/form-data" action={to}>
        <FileInput
          id="email-file"
          label={t("email.field")}
          optional
          hint={t("email.hint", { megabytes: MAX_DOCUMENT_MEGABYTES })}
          error={reason}
          accept=".eml,.msg,.pdf"
          onChange={(event) => void onChange(event)}
        />
        <div className="scriptless">
          <div className="form-end">
            <SubmitButton tone={undefined}>{t("email.act")}</SubmitButton>
          </div>
        </div>
      </form>
      <p role="status" className="mt-2">
        {isSending && t("email.sending")}
        {!isSending && waiting && (
          <>
            {t("email.waits")} <bdi className="break-words">{waiting.fileName}</bdi> · {t("fingerprint")}{" "}
            <Hash value={waiting.sha256} />
          </>
        )}
      </p>
      {waiting && <input type="hidden" name="email" value={waiting.id} form={form} />}
    </Part>
  );
}

type Sent = { waiting: Waiting | null; notice: DocumentNotice | null };

async function send(to: string, file: File): Promise<Sent> {
  const body = new FormData();
  body.set("file", file);
  const failed = { waiting: null, notice: { refusal: "failed", fileName: file.name, found: "" } } as const;
  try {
    const response = await fetch(to, { method: "POST", body, headers: { accept: "application/json" } });
    if (!response.ok) return failed;
    const answer = (await response.json()) as Waiting & { refusal?: string; found?: string };
    if (answer.refusal === undefined) return { waiting: answer, notice: null };
    const notice = readDocumentNotice({ document: answer.refusal, name: file.name, found: answer.found });
    return { waiting: null, notice: notice ?? failed.notice };
  } catch {
    return failed;
  }
}
