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
import type { Outcome } from "@/lib/domain/outcome/outcome";

export type AskKey = () => Promise<PublicKeyCredentialRequestOptionsJSON | null>;
export type AnswerKey = (response: unknown) => Promise<Outcome<string>>;

/** True where the browser knows passkeys; false on the server and in a browser without. */
export function useKnowsPasskeys(): boolean {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => false);
}

const never = () => () => {};

/** Asks the authenticator, sends its answer, and goes where the server says: by a whole page, whose rights are new. */
export function usePasskey(ask: AskKey, answer: AnswerKey) {
  const translate = usePasskeyWords();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  // A browser keeps to one question at a time: an offer that comes late would take the place of what was pressed.
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
        translate(outcome.refusal.kind === "invalid" ? outcome.refusal.issues[0]!.key : "passkeyRefused"),
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

/** What went wrong in the browser, as a key; nothing where the person chose another way. */
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
