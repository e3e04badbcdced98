"use client";

import { useEffect, useRef, type ReactNode } from "react";

type DisclosureProps = {
  summary: ReactNode;
  className?: string;
  summaryClassName?: string;
  open?: boolean;
  /** For a form whose answer is a file: the page stays as it is, and the panel would stay over it. */
  closesOnSubmit?: boolean;
  children: ReactNode;
};

/** Native `details`, which needs no JavaScript; with it, Escape and outside presses close it. */
export function Disclosure(props: DisclosureProps) {
  const { summary, className, summaryClassName, open, closesOnSubmit = false, children } = props;
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
  const closeAfterSending = () => {
    const details = ref.current;
    if (!details) return;
    details.querySelector("summary")?.focus();
    details.open = false;
  };
  return (
    <details
      ref={ref}
      className={className}
      open={open}
      onSubmit={closesOnSubmit ? closeAfterSending : undefined}
    >
      <summary className={summaryClassName}>{summary}</summary>
      {children}
    </details>
  );
}
