"use client";

import { startRegistration } from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { ErrorSummary, type FieldError } from "@/components/ui/error-summary";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { Outcome, Refusal } from "@/lib/domain/outcome/outcome";
import { askNewKey, submitPasskey } from "@/lib/features/second-factor/actions";
import { RecoveryCodes } from "./recovery-codes";
import { useKnowsPasskeys, wordOf } from "@/components/form/passkeys";
import { usePasskeyWords } from "./use-passkey";

type NewKeyFormProps = { asksPassword: boolean; next: string | null };

const OVERVIEW = "/account/second-factor";

/** Requires JavaScript: only the browser can call an authenticator. */
export function NewKeyForm({ asksPassword, next }: NewKeyFormProps) {
  const t = useTranslations("security");
  const { codes, errors, isPending, submit } = useNewKey(next ?? OVERVIEW);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  if (!useKnowsPasskeys()) return <p className="prose-line mt-3">{t("keys.noBrowser")}</p>;
  if (codes) return <RecoveryCodes codes={codes} next={next ?? OVERVIEW} />;
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} title={t("keys.refused")} />
      <TextInput
        name="name"
        label={t("keys.name")}
        hint={t("keys.nameHint")}
        error={errorOf("name")}
        maxLength={60}
        autoComplete="off"
        required
      />
      {asksPassword && (
        <TextInput
          name="password"
          label={t("password")}
          hint={t("passwordHint")}
          error={errorOf("password")}
          type="password"
          autoComplete="current-password"
          dir="ltr"
          narrow
          required
        />
      )}
      <div className="form-end">
        <SubmitButton pending={isPending}>{t("keys.create")}</SubmitButton>
        <LinkButton href={OVERVIEW}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}

function useNewKey(onward: string) {
  const form = useTranslations("form.errors");
  const translate = usePasskeyWords();
  const [codes, setCodes] = useState<string[]>();
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [isPending, setPending] = useState(false);
  const wordsOf = (key: string) => (form.has(key) ? form(key) : translate(key));
  const refuse = (refusal: Refusal) => {
    const issues = refusal.kind === "invalid" ? refusal.issues : [{ path: "", key: "passkeyFailed" }];
    setErrors(issues.map(({ path, key }) => ({ field: path, text: wordsOf(key) })));
  };
  const create = async (data: FormData): Promise<Outcome<string[] | null>> => {
    const name = String(data.get("name") ?? "").trim();
    if (!name)
      return { ok: false, refusal: { kind: "invalid", issues: [{ path: "name", key: "required" }] } };
    const asked = await askNewKey(data);
    if (!asked.ok) return asked;
    return submitPasskey(name, await startRegistration({ optionsJSON: asked.value }));
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setErrors([]);
    setPending(true);
    try {
      const outcome = await create(new FormData(event.currentTarget));
      if (!outcome.ok) refuse(outcome.refusal);
      else if (outcome.value) setCodes(outcome.value);
      else return window.location.assign(onward);
    } catch (fault) {
      setErrors([{ field: "", text: translate(wordOf(fault) ?? "passkeyCancelled") }]);
    }
    setPending(false);
  };
  return { codes, errors, isPending, submit };
}
