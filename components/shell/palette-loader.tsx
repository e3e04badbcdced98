"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { PaletteProps } from "./palette";
import { navHref } from "./nav-href";

const Palette = dynamic(() => import("./palette").then((module) => module.Palette), { ssr: false });

/** Opens on Ctrl-K or ⌘K. Without JavaScript it links to the register's own search. */
export function PaletteLoader(props: Omit<PaletteProps, "onClose">) {
  const t = useTranslations("shell.palette");
  const [isOpen, setOpen] = useState(false);
  const before = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!isPaletteKey(event)) return;
      event.preventDefault();
      before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      setOpen((now) => !now);
    };
    window.addEventListener("keydown", open);
    return () => window.removeEventListener("keydown", open);
  }, []);
  const close = () => {
    setOpen(false);
    before.current?.focus();
  };
  return (
    <>
      <a
        className="btn bare find"
        href={navHref(props.org, "/records")}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={(event) => {
          event.preventDefault();
          before.current = event.currentTarget;
          setOpen(true);
        }}
      >
        <Icon of={Search} small />
        <span>{t("open")}</span>
        <kbd>{t("key")}</kbd>
      </a>
      {isOpen && <Palette {...props} onClose={close} />}
    </>
  );
}

/** Compares the letter, else the key position: dead keys and Arabic layouts have no K. */
function isPaletteKey({ ctrlKey, metaKey, altKey, shiftKey, key, code }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && (key.toLowerCase() === "k" || code === "KeyK");
}
