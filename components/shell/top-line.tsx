"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Clocks } from "./clocks";
import type { Crumb } from "./types";

/** `menu` opens the sidebar on narrow screens. */
export function TopLine({
  crumbs,
  nowMs,
  menu,
  find,
  begin,
  bell,
}: {
  crumbs: readonly Crumb[];
  nowMs: number;
  menu?: ReactNode;
  find?: ReactNode;
  /** Begins the file of a breach. */
  begin?: ReactNode;
  /** Leads to the notifications of whoever reads. */
  bell?: ReactNode;
}) {
  return (
    <div className="top">
      {menu}
      <Breadcrumbs crumbs={crumbs} />
      {begin}
      {find}
      {bell}
      <Clocks nowMs={nowMs} />
    </div>
  );
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("shell");
  return (
    <nav className="crumbs" aria-label={t("breadcrumbs")}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={`${index} ${crumb.href}`}>
            {crumb.href && index < crumbs.length - 1 ? (
              <Link href={crumb.href} prefetch={false}>
                {crumb.label}
              </Link>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? "page" : undefined}>{crumb.label}</span>
            )}
            {index < crumbs.length - 1 && <Icon of={ChevronRight} small flip />}
          </li>
        ))}
      </ol>
    </nav>
  );
}
