"use client";

import { useRef, useState, type ComponentProps } from "react";
import { useScripted } from "./use-scripted";

type Early = { value: string; start: number; end: number };

/**
 * Retains text typed before hydration: React rewrites the value of a `<textarea>` alone among controls, and the caret
 * is lost with it.
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
        if (typeof ref === "function") return ref(element);
        if (ref) ref.current = element;
      }}
    />
  );
}

/**
 * Reads the server-rendered textarea during hydration; undefined on the server, and where several forms of one page have the
 * same id: what was typed in one would stand in all.
 */
function readEarly(id: string): Early | undefined {
  if (typeof document === "undefined") return undefined;
  const [element, ...others] = document.querySelectorAll(`#${CSS.escape(id)}`);
  if (!(element instanceof HTMLTextAreaElement) || others.length > 0) return undefined;
  return { value: element.value, start: element.selectionStart, end: element.selectionEnd };
}

/** Does nothing where the person typed on meanwhile. */
function restore(element: HTMLTextAreaElement, { value, start, end }: Early): void {
  const isTypedSince = element.value !== value && element.value !== element.defaultValue;
  if (isTypedSince) return;
  if (element.value !== value) element.value = value;
  if (document.activeElement === element) element.setSelectionRange(start, end);
}
