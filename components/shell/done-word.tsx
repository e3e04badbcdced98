"use client";

import { Check } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { DONE_COOKIE } from "@/lib/forms/form-state";
import { Icon } from "@/components/ui/icon";

/**
 * After a form was saved the page says so, and the focus is there: what comes next in the order of the keyboard is the
 * page. It goes when the focus does, or with the page. `id` tells one saving from the next; a layout that outlives its
 * page may still hold the last one. Stands before the page's own content.
 */
export function DoneWord({ id }: { id: string | undefined }) {
  const t = useTranslations("ui");
  const path = usePathname();
  const ref = useRef<HTMLParagraphElement>(null);
  const [told, setTold] = useState({ id, path, isOver: false });
  if (told.id !== id) setTold({ id, path, isOver: false });
  else if (told.path !== path) setTold({ id, path, isOver: true });
  const isShown = id !== undefined && told.id === id && !told.isOver;
  useEffect(() => {
    if (!isShown) return;
    document.cookie = `${DONE_COOKIE}=; path=/; max-age=0`;
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

/** A page that tells what is to be done next, recovery codes to write down, has led the focus there. */
function isShownElsewhere(): boolean {
  return document.activeElement?.matches(":is(h1, h2, h3, [role=alert])") ?? false;
}
