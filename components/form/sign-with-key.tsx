"use client";

import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from "@simplewebauthn/browser";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import { useKnowsPasskeys, wordOf } from "./passkeys";

/** Options for the statement of what the form holds; null where the form is refused. */
type Ask = (form: FormData) => Promise<PublicKeyCredentialRequestOptionsJSON | null>;

/** Has the contact's passkey sign the digest of what the form holds, then sends the form with its answer. */
export function SignWithKey({ ask }: { ask: Ask }) {
  const t = useTranslations("form.signWithKey");
  const answer = useRef<HTMLInputElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<string>();
  const { pending } = useFormStatus();
  const knows = useKnowsPasskeys();
  if (!knows) return null;
  const press = async () => {
    const form = answer.current?.form;
    if (!form || !answer.current) return;
    setAsking(true);
    setError(undefined);
    try {
      const data = new FormData(form);
      data.set("step", "sign");
      const optionsJSON = await ask(data);
      if (!optionsJSON) setError(t("passkeyFailed"));
      else {
        answer.current.value = JSON.stringify(await startAuthentication({ optionsJSON }));
        form.requestSubmit(submit.current);
        // The form was read as it was sent: what is typed after a refusal is signed anew, or not at all.
        answer.current.value = "";
      }
    } catch (fault) {
      const word = wordOf(fault);
      if (word) setError(t.has(word) ? t(word) : t("passkeyFailed"));
    }
    setAsking(false);
  };
  return (
    <>
      <input ref={answer} type="hidden" name="assertion" defaultValue="" />
      <button ref={submit} type="submit" name="step" value="sign" hidden />
      <Button type="button" icon={KeyRound} onClick={() => void press()} disabled={pending || isAsking}>
        {t("act")}
      </Button>
      {error && (
        <p className="reason" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
