"use client";

import {
  startAuthentication,
  WebAuthnAbortService,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { wordOf } from "@/components/form/passkeys";
import { itemAt } from "@/lib/domain/invariant/required";
import type { Outcome } from "@/lib/domain/outcome/outcome";

export type AskKey = () => Promise<PublicKeyCredentialRequestOptionsJSON | null>;
export type AnswerKey = (response: unknown) => Promise<Outcome<string>>;

/** Navigates by a full page load, because the session has new rights. */
export function usePasskey(ask: AskKey, answer: AnswerKey) {
  const translate = usePasskeyWords();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  // Browsers allow one request at a time: a late autofill offer must not replace a pressed one.
  const isPressed = useRef(false);
  const run = async (useBrowserAutofill = false) => {
    const isOvertaken = () => useBrowserAutofill && isPressed.current;
    try {
      const optionsJSON = await ask();
      if (isOvertaken()) return;
      if (!optionsJSON) {
        if (!useBrowserAutofill) setError(translate("tooManyTries"));
        return setPending(false);
      }
      const response = await startAuthentication({ optionsJSON, useBrowserAutofill });
      setPending(true);
      const outcome = await answer(response);
      if (outcome.ok) return window.location.assign(outcome.value);
      setError(
        translate(
          outcome.refusal.kind === "invalid" ? itemAt(outcome.refusal.issues, 0).key : "passkeyRefused",
        ),
      );
    } catch (fault) {
      if (isOvertaken()) return;
      const word = wordOf(fault);
      if (word) setError(translate(word));
    }
    setPending(false);
  };
  const press = async () => {
    isPressed.current = true;
    setError(undefined);
    setPending(true);
    await run();
  };
  return {
    isPending,
    error,
    press,
    offer: () => run(true),
    cancel: () => WebAuthnAbortService.cancelCeremony(),
  };
}

export function usePasskeyWords() {
  const t = useTranslations("security.issues");
  return (key: string) => t(t.has(key) ? key : "passkeyFailed");
}
