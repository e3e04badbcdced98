"use client";

import { useRef, useState, type ChangeEvent } from "react";
import { fillFields, type Filling } from "@/components/form/fill-fields";
import { readDocumentNotice, type DocumentNotice } from "@/lib/domain/attachment/refusals";
import { cutAt, emailValues, type EmailFill, type ReadEmailed } from "@/lib/domain/attachment/emailed";

/** A file that is stored until the form is sent. */
export type Waiting = { id: string; fileName: string; sha256: string };

export type EmailState = {
  waiting: Waiting | null;
  notice: DocumentNotice | null;
  read: ReadEmailed;
  filling: Filling & { cutAt: number | null };
  isSending: boolean;
};

type EmailFillOptions = {
  /** Address that reads the file, and stores it where it does. */
  to: string;
  /** `id` of the form that is filled. */
  form: string;
  fills: readonly EmailFill[];
  /** Upload with which the page began. */
  first?: Partial<Pick<EmailState, "waiting" | "notice" | "read">>;
};

/** Sends an e-mail as it is chosen, and fills a form from what is read of it, where nobody typed. */
export function useEmailFill({ to, form, fills, first }: EmailFillOptions) {
  const formRef = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<EmailState>(() => ({
    waiting: first?.waiting ?? null,
    notice: first?.notice ?? null,
    read: first?.read ?? null,
    filling: firstFilling(first?.read ?? null, fills),
    isSending: false,
  }));
  const onChange = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (!file) return;
    setState({ ...state, notice: null, isSending: true });
    const answer = await send(to, file);
    formRef.current?.reset();
    if (answer.notice) return setState((now) => ({ ...now, notice: answer.notice, isSending: false }));
    const filling = fillFrom(answer.read, { form, fills, earlier: state.read });
    setState({ ...answer, filling, isSending: false });
  };
  return { state, formRef, onChange };
}

function controlsOf(fills: readonly EmailFill[]) {
  return Object.fromEntries(fills.map(({ part, name, most }) => [part, { name, most }]));
}

/** A page that was made with the e-mail's values began with all of them. */
function firstFilling(read: ReadEmailed, fills: readonly EmailFill[]): EmailState["filling"] {
  const controls = controlsOf(fills);
  const values = emailValues(read, controls);
  const filled = fills.filter(({ name }) => name in values).map(({ label }) => label);
  return { filled, left: [], cutAt: cutAt(read, controls) };
}

type FillOptions = { form: string; fills: readonly EmailFill[]; earlier: ReadEmailed };

function fillFrom(read: ReadEmailed, { form, fills, earlier }: FillOptions): EmailState["filling"] {
  const target = document.getElementById(form);
  const controls = controlsOf(fills);
  const known = {
    controls: Object.fromEntries(fills.map((fill) => [fill.name, fill])),
    earlier: emailValues(earlier, controls),
  };
  const filling =
    target instanceof HTMLFormElement
      ? fillFields(target, emailValues(read, controls), known)
      : { filled: [], left: [] };
  return { ...filling, cutAt: cutAt(read, controls) };
}

type Answer = Partial<Waiting> & { refusal?: string; found?: string; emailed?: ReadEmailed };
type Sent = Pick<EmailState, "waiting" | "notice" | "read">;

async function send(to: string, file: File): Promise<Sent> {
  const body = new FormData();
  body.set("file", file);
  const failed = { refusal: "failed", fileName: file.name, found: "" } as const;
  const refuse = (notice: DocumentNotice): Sent => ({ waiting: null, read: null, notice });
  try {
    const response = await fetch(to, { method: "POST", body, headers: { accept: "application/json" } });
    if (!response.ok) return refuse(failed);
    const { refusal, found, emailed = null, id, fileName, sha256 } = (await response.json()) as Answer;
    if (refusal !== undefined)
      return refuse(readDocumentNotice({ document: refusal, name: file.name, found }) ?? failed);
    const isStored = id !== undefined && fileName !== undefined && sha256 !== undefined;
    return { waiting: isStored ? { id, fileName, sha256 } : null, notice: null, read: emailed };
  } catch {
    return refuse(failed);
  }
}
