"use client";

import { Siren } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { LinkButton } from "@/components/ui/button";
import { navHref } from "./nav-href";

/** A function key: it types nothing in any field, and no browser has a use for it. */
const KEY = "F8";

/** Begins by one button or one key from any page. */
export function BeginBreach({ org }: { org: string }) {
  const t = useTranslations("shell.breach");
  const router = useRouter();
  const href = navHref(org, "/breaches/new");
  useEffect(() => {
    const begin = (event: KeyboardEvent) => {
      if (event.key !== KEY || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      router.push(href);
    };
    window.addEventListener("keydown", begin);
    return () => window.removeEventListener("keydown", begin);
  }, [router, href]);
  return (
    <LinkButton
      tone="bare"
      className="begin"
      icon={Siren}
      href={href}
      aria-keyshortcuts={KEY}
      title={t("beginTitle", { key: KEY })}
    >
      <span>{t("begin")}</span>
    </LinkButton>
  );
}
