"use client";

import { browserSupportsWebAuthnAutofill } from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { askAnyKey, enterWithKey } from "@/lib/features/second-factor/actions";
import { PasskeyFace } from "./passkey-button";
import { usePasskey } from "./use-passkey";

/** Also offers passkeys from the address field's autofill, where supported. */
export function PasskeySignIn({ next }: { next: string }) {
  const t = useTranslations("security");
  const passkey = usePasskey(askAnyKey, (response) => enterWithKey(response, next));
  const offer = useEffectEvent(passkey.offer);
  const cancel = useEffectEvent(passkey.cancel);
  useEffect(() => {
    let isThere = true;
    void browserSupportsWebAuthnAutofill().then((can) => {
      if (can && isThere) void offer();
    });
    return () => {
      isThere = false;
      cancel();
    };
  }, []);
  return <PasskeyFace label={t("signIn.passkey")} passkey={passkey} />;
}
