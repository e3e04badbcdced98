"use client";

import { AlertDialog } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button";
import { provideNonce } from "./provide-nonce";

type ConfirmDialogProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  title: string;
  /** What will happen and who receives what. */
  says: ReactNode;
  /** The way out, a verb too: "Relire encore". */
  cancel: string;
  /** The act: a submit button inside its form, or a button. It carries the verb, never "OK". */
  act: ReactNode;
};

/** Only for what cannot be undone. The safe answer has the focus. */
export function ConfirmDialog({ trigger, title, says, cancel, act }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root onOpenChange={provideNonce}>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="veil" />
        <AlertDialog.Content className="panel dialog">
          <AlertDialog.Title>{title}</AlertDialog.Title>
          <AlertDialog.Description className="says">{says}</AlertDialog.Description>
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
