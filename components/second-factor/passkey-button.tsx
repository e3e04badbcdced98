"use client";

import { CircleAlert, KeyRound } from "lucide-react";
import { Button, type ButtonTone } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useKnowsPasskeys } from "@/components/form/passkeys";
import { usePasskey, type AnswerKey, type AskKey } from "./use-passkey";

type PasskeyButtonProps = { label: string; tone?: ButtonTone; ask: AskKey; answer: AnswerKey };

/** Renders only where the browser supports passkeys. */
export function PasskeyButton({ label, tone, ask, answer }: PasskeyButtonProps) {
  const passkey = usePasskey(ask, answer);
  return <PasskeyFace label={label} tone={tone} passkey={passkey} />;
}

type Passkey = Pick<ReturnType<typeof usePasskey>, "isPending" | "error" | "press">;

export function PasskeyFace({
  label,
  tone,
  passkey,
}: {
  label: string;
  tone?: ButtonTone;
  passkey: Passkey;
}) {
  const { isPending, error, press } = passkey;
  if (!useKnowsPasskeys()) return null;
  return (
    <div className="form-end">
      <Button tone={tone} icon={KeyRound} onClick={press} disabled={isPending} aria-busy={isPending}>
        {label}
      </Button>
      {error && (
        <p className="reason" role="alert">
          <Icon of={CircleAlert} small />
          {error}
        </p>
      )}
    </div>
  );
}
