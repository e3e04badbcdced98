"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState, type ChangeEvent } from "react";
import { fillFields, type Filling } from "@/components/form/fill-fields";
import { SubmitButton } from "@/components/ui/button";
import { Hash } from "@/components/ui/seal";
import { FileInput } from "@/components/ui/text-input";
import { Part } from "@/components/shell/sheet";
import { MAX_DOCUMENT_MEGABYTES } from "@/lib/domain/attachment/formats";
import { readDocumentNotice, type DocumentNotice } from "@/lib/domain/attachment/refusals";
import { valuesByControl, type EmailFills, type ReadEmailed } from "@/lib/domain/instruction/emailed";
import { joinParts } from "@/lib/i18n/format";
import { useReason } from "./use-reason";

type Waiting = { id: string; fileName: string; sha256: string };

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
  fills: EmailFills;
};

type State = {
  waiting: Waiting | null;
  notice: DocumentNotice | null;
  read: ReadEmailed;
  filling: Filling;
  isSending: boolean;
};

const NOTHING: Filling = { filled: [], left: [] };

/**
 * Uploads the e-mail of an instruction before its form is sent, so that a refused form does not lose it, and fills what the
 * form asks from it where nobody typed. A script uploads it on choice or drop; without one it has its own button.
 */
export function EmailUpload({ to, form, fills, emailed, ...first }: EmailUploadProps) {
  const t = useTranslations("attachment");
  const formRef = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<State>(() => ({
    ...first,
    read: emailed,
    filling: { filled: labelsOf(emailed, fills), left: [] },
    isSending: false,
  }));
  const { waiting, notice, isSending } = state;
  const reason = useReason(notice);
  const onChange = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (!file) return;
    setState({ ...state, notice: null, isSending: true });
    const answer = await send(to, file);
    formRef.current?.reset();
    if (!answer.waiting) return setState((now) => ({ ...now, notice: answer.notice, isSending: false }));
    const filling = fillFrom(answer.read, { form, fills, earlier: state.read });
    setState({ ...answer, filling, isSending: false });
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
      <div role="status" className="mt-2">
        {isSending && <p>{t("email.sending")}</p>}
        {!isSending && waiting && (
          <>
            <p>
              {t("email.waits")} <bdi className="break-words">{waiting.fileName}</bdi> · {t("fingerprint")}{" "}
              <Hash value={waiting.sha256} />
            </p>
            <Taken {...state} />
          </>
        )}
      </div>
      {waiting && <input type="hidden" name="email" value={waiting.id} form={form} />}
    </Part>
  );
}

/** Says which fields took something from the e-mail, and which were left: no e-mail proves its sender. */
function Taken({ read, filling: { filled, left } }: Pick<State, "read" | "filling">) {
  const t = useTranslations("attachment.email");
  const locale = useLocale();
  if (read === null) return null;
  if (read === "unread") return <p className="prose-line mt-1">{t("unread")}</p>;
  return (
    <>
      {filled.length > 0 && (
        <p className="prose-line mt-1">{t("filled", { fields: joinParts(filled, locale) })}</p>
      )}
      {left.length > 0 && <p className="prose-line mt-1">{t("left", { fields: joinParts(left, locale) })}</p>}
      {read.isCut && <p className="prose-line mt-1">{t("cut", { count: read.words.length })}</p>}
    </>
  );
}

function valuesOf(
  read: ReadEmailed,
  { words, sender, day, time, channel }: EmailFills,
): Record<string, string> {
  const names = {
    words: words.name,
    sender: sender.name,
    day: day.name,
    time: time.name,
    channel: channel.name,
  };
  return valuesByControl(read, names);
}

function labelsOf(read: ReadEmailed, fills: EmailFills): string[] {
  const values = valuesOf(read, fills);
  return Object.values(fills).flatMap(({ name, label }) => (name in values ? [label] : []));
}

function fillFrom(
  read: ReadEmailed,
  { form, fills, earlier }: { form: string; fills: EmailFills; earlier: ReadEmailed },
): Filling {
  const target = document.getElementById(form);
  if (!(target instanceof HTMLFormElement)) return NOTHING;
  const controls = Object.fromEntries(Object.values(fills).map(({ name, ...rest }) => [name, rest]));
  return fillFields(target, valuesOf(read, fills), { controls, earlier: valuesOf(earlier, fills) });
}

type Sent = Pick<State, "waiting" | "notice" | "read">;

async function send(to: string, file: File): Promise<Sent> {
  const body = new FormData();
  body.set("file", file);
  const failed = {
    waiting: null,
    read: null,
    notice: { refusal: "failed", fileName: file.name, found: "" },
  } as const;
  try {
    const response = await fetch(to, { method: "POST", body, headers: { accept: "application/json" } });
    if (!response.ok) return failed;
    const answer = (await response.json()) as Waiting & {
      refusal?: string;
      found?: string;
      emailed: ReadEmailed;
    };
    if (answer.refusal === undefined) return { waiting: answer, notice: null, read: answer.emailed };
    const notice = readDocumentNotice({ document: answer.refusal, name: file.name, found: answer.found });
    return { ...failed, notice: notice ?? failed.notice };
  } catch {
    return failed;
  }
}
