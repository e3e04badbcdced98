"use client";

import { useEffect, useRef, type ReactNode } from "react";

type DisclosureProps = {
  summary: ReactNode;
  className?: string;
  summaryClassName?: string;
  open?: boolean;
  children: ReactNode;
};

/** Native `details`, which needs no JavaScript; with it, Escape and outside presses close it. */
export function Disclosure({ summary, className, summaryClassName, open, children }: DisclosureProps) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = ref.current;
      if (!details?.open) return;
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
      const isElsewhere = event.type === "pointerdown" && !details.contains(event.target as Node);
      if (!isEscape && !isElsewhere) return;
      details.open = false;
      if (isEscape) details.querySelector("summary")?.focus();
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, []);
  return (
    <details ref={ref} className={className} open={open}>
      <summary className={summaryClassName}>{summary}</summary>
      {children}
    </details>
  );
}
