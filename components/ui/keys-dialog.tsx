"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "./button";

export type KeyLine = { keys: readonly string[]; does: string };

type KeysDialogProps = { title: string; lines: readonly KeyLine[]; onClose: () => void };

/** Uses the native dialog, which manages focus and Escape; drawn while it is open, since nothing opens it without a script. */
export function KeysDialog({ title, lines, onClose }: KeysDialogProps) {
  const t = useTranslations("ui");
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} className="panel dialog keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{title}</h2>
      <dl>
        {lines.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="bar">
        <Button type="submit">{t("close")}</Button>
      </form>
    </dialog>
  );
}
