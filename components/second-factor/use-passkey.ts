"use client";

import {
  browserSupportsWebAuthn,
  startAuthentication,
  WebAuthnAbortService,
  WebAuthnError,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { useRef, useState, useSyncExternalStore } from "react";
import { itemAt } from "@/lib/domain/invariant/required";
import type { Outcome } from "@/lib/domain/outcome/outcome";

export type AskKey = () => Promise<PublicKeyCredentialRequestOptionsJSON | null>;
export type AnswerKey = (response: unknown) => Promise<Outcome<string>>;

/** False on the server and in browsers without passkeys. */
export function useKnowsPasskeys(): boolean {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => false);
}

const never = () => () => {};

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

/** Undefined where the person cancelled. */
export function wordOf(fault: unknown): string | undefined {
  if (fault instanceof WebAuthnError) {
    if (fault.code === "ERROR_CEREMONY_ABORTED") return undefined;
    if (fault.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED") return "passkeyKnown";
    if (fault.code === "ERROR_INVALID_DOMAIN" || fault.code === "ERROR_INVALID_RP_ID")
      return "noPasskeysHere";
  }
  const name = fault instanceof Error ? fault.name : "";
  if (name === "AbortError") return undefined;
  return name === "NotAllowedError" ? "passkeyCancelled" : "passkeyFailed";
}
