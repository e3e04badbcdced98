"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useScripted } from "@/components/ui/use-scripted";

/** Prints the page from the frame that every sheet has; without JavaScript the browser's own command is left. */
export function PrintAct() {
  const t = useTranslations("ui.acts");
  const isScripted = useScripted();
  if (!isScripted) return null;
  return (
    <span className="print-act">
      <Button tone="bare" icon={Printer} onClick={() => window.print()}>
        {t("print")}
      </Button>
    </span>
  );
}
