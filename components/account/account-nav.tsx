"use client";

import { KeyRound, MonitorSmartphone, ShieldCheck, UserRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "@/components/ui/icon";

const PLACES = [
  { id: "profile", href: "/account", icon: UserRound },
  { id: "password", href: "/account/password", icon: KeyRound },
  { id: "sessions", href: "/account/sessions", icon: MonitorSmartphone },
  { id: "secondFactor", href: "/account/second-factor", icon: ShieldCheck },
] as const;

type AccountNavProps = { label: string; words: Record<(typeof PLACES)[number]["id"], string> };

/** Marks an item current for every page below its path. */
export function AccountNav({ label, words }: AccountNavProps) {
  const pathname = usePathname() ?? "";
  const here = PLACES.findLast(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  return (
    <nav aria-label={label}>
      <ul>
        {PLACES.map(({ id, href, icon }) => (
          <li key={id}>
            <Link href={href} prefetch={false} aria-current={id === here?.id ? "page" : undefined}>
              <Icon of={icon} />
              {words[id]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
