"use client";

import { useTranslations } from "next-intl";
import { useState, type DragEvent, type ReactNode } from "react";

/**
 * Gives files that are dropped anywhere within it to its file input, as if they had been chosen there; one that takes a
 * single file gets the first. What is dragged otherwise is left to the browser.
 */
export function DropArea({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const [isOver, setOver] = useState(false);
  const [onlyTaken, setOnlyTaken] = useState("");
  const onDragOver = (event: DragEvent<HTMLDivElement>) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent<HTMLDivElement>) => {
    setOver(false);
    const input = event.currentTarget.querySelector<HTMLInputElement>("input[type=file]");
    if (!input || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    const { files } = event.dataTransfer;
    const isOneOfMany = files.length > 1 && !input.multiple;
    setOnlyTaken(isOneOfMany ? (files[0]?.name ?? "") : "");
    input.files = isOneOfMany ? firstOf(files) : files;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
  };
  return (
    <div
      className="drop"
      data-over={isOver || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {children}
      <p role="status">{onlyTaken && t("oneFile", { name: onlyTaken })}</p>
    </div>
  );
}

function firstOf(files: FileList): FileList {
  const one = new DataTransfer();
  const [first] = files;
  if (first) one.items.add(first);
  return one.files;
}
