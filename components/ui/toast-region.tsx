"use client";

import { Check, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Icon } from "./icon";
import { closeToast, currentToasts, watchToasts, type Toast } from "./toasts";

/** Milliseconds; paused under pointer or focus (WCAG 2.2.1). */
const STAYS_MS = 12_000;
const NONE: ReturnType<typeof currentToasts> = [];

/** Rendered once per page, by the shell. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(watchToasts, currentToasts, () => NONE);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} onClose={() => closeToast(toast.id)} />
      ))}
    </div>
  );
}

function ToastLine({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const t = useTranslations("ui");
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onClose, STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, onClose]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div
      className="toast"
      data-state="open"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <Icon of={Check} small />
      <span>{toast.text}</span>
      {toast.back && <UndoButton back={toast.back} onUsed={onClose} />}
      <button type="button" onClick={onClose}>
        <Icon of={X} small />
        <span className="sr">{t("close")}</span>
      </button>
    </div>
  );
}

function UndoButton({ back, onUsed }: { back: NonNullable<Toast["back"]>; onUsed: () => void }) {
  if ("href" in back)
    return (
      <Link className="back" href={back.href} prefetch={false} onClick={onUsed}>
        {back.label}
      </Link>
    );
  const use = () => {
    back.onSelect();
    onUsed();
  };
  return (
    <button type="button" className="back" onClick={use}>
      {back.label}
    </button>
  );
}
