"use client";

import { useEffect, useRef, type ReactNode } from "react";

type InPlaceOfFormProps = { title: ReactNode; texts: readonly ReactNode[]; actions?: ReactNode };

/** Replaces a form by its result and moves the focus to it. */
export function InPlaceOfForm({ title, texts, actions }: InPlaceOfFormProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className="blank" role="status" tabIndex={-1} ref={ref}>
      <h2>{title}</h2>
      {texts.map((text, index) => (
        <p key={index}>{text}</p>
      ))}
      {actions && <div className="bar">{actions}</div>}
    </div>
  );
}
