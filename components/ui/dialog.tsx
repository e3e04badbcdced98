"use client";

import { AlertDialog } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button";
import { provideNonce } from "./provide-nonce";

type ConfirmDialogProps = {
  trigger: ReactElement;
  title: string;
  /** Consequences and their recipients. */
  text: ReactNode;
  /** Verb of the way out: "Relire encore". */
  cancel: string;
  /** Submit button inside its form, or a button, named by its verb. */
  act: ReactNode;
};

/** For irreversible acts only. Focuses the safe answer. */
export function ConfirmDialog({ trigger, title, text, cancel, act }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root onOpenChange={provideNonce}>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="veil" />
        <AlertDialog.Content className="panel dialog">
          <AlertDialog.Title>{title}</AlertDialog.Title>
          <AlertDialog.Description className="says">{text}</AlertDialog.Description>
          <div className="bar">
            <AlertDialog.Cancel asChild>
              <Button>{cancel}</Button>
            </AlertDialog.Cancel>
            {act}
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
