"use client";

import { startAuthentication } from "@simplewebauthn/browser";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { useKnowsPasskeys, wordOf } from "@/components/form/passkeys";
import { Button } from "@/components/ui/button";
import { askDecisionKey } from "@/lib/features/portal-decision/actions";

/** Has the contact's passkey sign the digest of what the form shows, then sends the form with its answer. */
export function SignWithKey({ contact }: { contact: string }) {
  const t = useTranslations("portal-decision");
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
      const optionsJSON = await askDecisionKey(contact, data);
      if (!optionsJSON) setError(t("keyIssues.passkeyFailed"));
      else {
        answer.current.value = JSON.stringify(await startAuthentication({ optionsJSON }));
        form.requestSubmit(submit.current);
      }
    } catch (fault) {
      const word = wordOf(fault);
      if (word) setError(t.has(`keyIssues.${word}`) ? t(`keyIssues.${word}`) : t("keyIssues.passkeyFailed"));
    }
    setAsking(false);
  };
  return (
    <>
      <input ref={answer} type="hidden" name="assertion" defaultValue="" />
      <button ref={submit} type="submit" name="step" value="sign" hidden />
      <Button type="button" icon={KeyRound} onClick={() => void press()} disabled={pending || isAsking}>
        {t("review.signWithKey")}
      </Button>
      {error && (
        <p className="reason" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
