import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PortalHead } from "@/components/shell/portal-page";
import { PublicShell } from "@/components/shell/public-shell";

type LawFrameProps = { note?: string; title: string; lead: string; children: ReactNode };

/** Frame of what the law asks: the same for everybody, so that staff, clients, auditors and strangers reach it by one address. */
export function LawFrame({ note, title, lead, children }: LawFrameProps) {
  const t = useTranslations("law-page");
  return (
    <PublicShell organisation="Amana">
      <PortalHead note={note} title={title} lead={lead} />
      {children}
      <p className="pt-6 print:hidden">
        <Link href="/" prefetch={false}>
          {t("home")}
        </Link>
      </p>
    </PublicShell>
  );
}
