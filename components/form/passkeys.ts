"use client";

import { browserSupportsWebAuthn, WebAuthnError } from "@simplewebauthn/browser";
import { useSyncExternalStore } from "react";

/** False on the server and in browsers without passkeys. */
export function useKnowsPasskeys(): boolean {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => false);
}

const never = () => () => {};

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
