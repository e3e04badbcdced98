"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useScripted } from "@/components/ui/use-scripted";

/** Prints the page from the foot that the frame of every sheet has; without JavaScript the browser's own command is left. */
export function PrintAct() {
  const t = useTranslations("ui.acts");
  const isScripted = useScripted();
  if (!isScripted) return null;
  return (
    <section className="line pt-4 max-[900px]:hidden print:hidden" aria-label={t("print")}>
      <div className="note" />
      <div className="body">
        <Button tone="bare" icon={Printer} onClick={() => window.print()}>
          {t("print")}
        </Button>
      </div>
    </section>
  );
}
