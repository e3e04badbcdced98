"use client";

import { Check } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { DONE_COOKIES } from "@/lib/forms/form-state";
import { Icon } from "@/components/ui/icon";

/**
 * Moves the focus to the confirmation after a save, so that Tab continues in the page. `id` distinguishes savings,
 * because a layout outlives its page. Rendered before the page's content.
 */
export function DoneWord({ id }: { id: string | undefined }) {
  const t = useTranslations("ui");
  const path = usePathname();
  const ref = useRef<HTMLParagraphElement>(null);
  const [shown, setTold] = useState({ id, path, isOver: false });
  if (shown.id !== id) setTold({ id, path, isOver: false });
  else if (shown.path !== path) setTold({ id, path, isOver: true });
  const isShown = id !== undefined && shown.id === id && !shown.isOver;
  useEffect(() => {
    if (!isShown) return;
    document.cookie = `${DONE_COOKIES.plain}=; path=/; max-age=0`;
    // Browsers remove a cookie of this prefix for a secure answer alone.
    document.cookie = `${DONE_COOKIES.secure}=; path=/; max-age=0; secure`;
    if (!isShownElsewhere()) ref.current?.focus({ preventScroll: true });
  }, [isShown, id]);
  if (!isShown) return null;
  return (
    <p
      className="done-word"
      role="status"
      tabIndex={-1}
      ref={ref}
      onBlur={() => setTold({ id, path, isOver: true })}
    >
      <Icon of={Check} small />
      {t("done")}
    </p>
  );
}

/** True where the page itself has taken the focus, for example to recovery codes. */
function isShownElsewhere(): boolean {
  return document.activeElement?.matches(":is(h1, h2, h3, [role=alert])") ?? false;
}
