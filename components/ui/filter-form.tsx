"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, type ChangeEvent, type FormEvent, type ReactNode } from "react";

type FilterFormProps = {
  /** States what the address chooses now: a filter that stood before is never shown for another. */
  chosen: string;
  /** Address of the list; the page's own when absent. */
  action?: string;
  label?: string;
  className?: string;
  children: ReactNode;
};

/**
 * Form of a filter in the address. A choice from a list or a box applies as it is made, and keeps the focus; what is typed,
 * words and days, waits for Enter or the button. Without JavaScript it is a GET form.
 */
export function FilterForm({ chosen, action, label, className, children }: FilterFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const changed = useRef("");
  useEffect(() => {
    const control = changed.current && form.current?.elements.namedItem(changed.current);
    if (control instanceof HTMLElement) control.focus({ preventScroll: true });
    changed.current = "";
  }, [chosen]);
  const apply = (of: HTMLFormElement) => {
    const stated = [...new FormData(of)].flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    );
    const query = new URLSearchParams(stated).toString();
    router.replace((action ?? window.location.pathname) + (query && `?${query}`), { scroll: false });
  };
  return (
    <form
      key={chosen}
      ref={form}
      method="get"
      action={action}
      role="search"
      aria-label={label}
      className={className}
      onChange={({ target, currentTarget }: ChangeEvent<HTMLFormElement>) => {
        // React types the target as the form; the event comes from one of its controls.
        const control: Element = target;
        if (!isChosen(control)) return;
        changed.current = control.name;
        apply(currentTarget);
      }}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}

function isChosen(control: Element): control is HTMLSelectElement | HTMLInputElement {
  if (control instanceof HTMLSelectElement) return true;
  return control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);
}
