"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useState, useTransition, type ChangeEvent, type FormEvent, type ReactNode } from "react";

type FilterFormProps = {
  /** States what the address chooses now: a filter that stood before is never shown for another. */
  chosen: string;
  /** Address of the list; the page's own when absent. */
  action?: string;
  label?: string;
  className?: string;
  children: ReactNode;
};

/** Query that the form asked for last; each asking is another, be it of the same words. */
type Asked = Readonly<{ query: string }> | null;

/**
 * Form of a filter in the address. A choice from a list or a box applies as it is made; what is typed, words and days, waits
 * for Enter or the button. Without JavaScript it is a GET form.
 */
export function FilterForm({ chosen, action, label, className, children }: FilterFormProps) {
  const router = useRouter();
  const [isApplying, startApplying] = useTransition();
  const [asked, setAsked] = useState<Asked>(null);
  const generation = useGeneration(chosen, asked, isApplying);
  const apply = (of: HTMLFormElement) => {
    const stated = [...new FormData(of)].flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    );
    const query = new URLSearchParams(stated).toString();
    setAsked({ query });
    startApplying(() =>
      router.replace((action ?? window.location.pathname) + (query && `?${query}`), { scroll: false }),
    );
  };
  return (
    <form
      key={generation}
      method="get"
      action={action}
      role="search"
      aria-label={label}
      className={className}
      onChange={({ target, currentTarget }: ChangeEvent<HTMLFormElement>) => {
        // React types the target as the form; the event comes from one of its controls.
        const control: Element = target;
        if (!isChosen(control)) return;
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

/**
 * Counts the times that the address came to choose what this form did not ask for: its controls are then drawn anew. They stay
 * where the form itself asked, so that a choice made before the page has answered the last one is not lost.
 */
function useGeneration(chosen: string, asked: Asked, isApplying: boolean): number {
  const address = useSearchParams().toString();
  const [drawn, setDrawn] = useState({ chosen, asked, generation: 0 });
  if (chosen === drawn.chosen || isApplying) return drawn.generation;
  const isOwn = asked !== drawn.asked && asked?.query === address;
  const generation = isOwn ? drawn.generation : drawn.generation + 1;
  setDrawn({ chosen, asked, generation });
  return generation;
}

function isChosen(control: Element): control is HTMLSelectElement | HTMLInputElement {
  if (control instanceof HTMLSelectElement) return true;
  return control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);
}
