"use client";

import { useEffect, useRef, type ReactNode } from "react";

type LetterSentProps = { title: ReactNode; text: ReactNode; nothing: string; children: ReactNode };

/** Takes the place of the form that asked for a letter, and the focus with it. */
export function LetterSent({ title, text, nothing, children }: LetterSentProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className="blank" role="status" tabIndex={-1} ref={ref}>
      <h2>{title}</h2>
      <p>{text}</p>
      <p>{nothing}</p>
      <div className="bar">{children}</div>
    </div>
  );
}
