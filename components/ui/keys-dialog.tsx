"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { Button } from "./button";

export type KeyLine = { keys: readonly string[]; does: string };

type KeysDialogProps = { title: string; lines: readonly KeyLine[]; ref: Ref<HTMLDialogElement> };

/** Uses the native dialog, which manages focus and Escape. */
export function KeysDialog({ title, lines, ref }: KeysDialogProps) {
  const t = useTranslations("ui");
  return (
    <dialog ref={ref} className="panel dialog keys" aria-labelledby="keys-title">
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
