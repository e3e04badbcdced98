"use client";

import { useRef, useState, type ComponentProps } from "react";
import { useScripted } from "./use-scripted";

type Early = { value: string; start: number; end: number };

/**
 * A `<textarea>` that keeps what was typed before the page's script came. Taking the page over, React writes the text
 * of the page into it again, which it does to no other control, and the caret goes with it.
 */
export function TypedArea({ id, ref, ...rest }: ComponentProps<"textarea"> & { id: string }) {
  const isTakenOver = useScripted();
  const [found] = useState(() => (isTakenOver ? undefined : readEarly(id)));
  const early = useRef(found);
  return (
    <textarea
      {...rest}
      id={id}
      ref={(element) => {
        if (element && early.current) restore(element, early.current);
        early.current = undefined;
        return typeof ref === "function" ? ref(element) : undefined;
      }}
    />
  );
}

/** What stands in the page's own textarea while its script takes over; nothing on the server. */
function readEarly(id: string): Early | undefined {
  if (typeof document === "undefined") return undefined;
  const element = document.getElementById(id);
  if (!(element instanceof HTMLTextAreaElement)) return undefined;
  return { value: element.value, start: element.selectionStart, end: element.selectionEnd };
}

/** Neither words nor caret are taken from whoever typed on between the page's writing and ours. */
function restore(element: HTMLTextAreaElement, { value, start, end }: Early): void {
  const isTypedSince = element.value !== value && element.value !== element.defaultValue;
  if (isTypedSince) return;
  if (element.value !== value) element.value = value;
  if (document.activeElement === element) element.setSelectionRange(start, end);
}
