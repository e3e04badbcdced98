"use client";

import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import { useLocale } from "next-intl";
import { DropdownMenu } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { directionOf } from "@/lib/i18n/locale";
import { Icon } from "./icon";

/** Non-modal: the page behind remains readable and scrollable. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false} dir={directionOf(useLocale())}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="panel menu" align="end" sideOffset={4} collisionPadding={12}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type MenuItemProps = {
  children: ReactNode;
  icon?: LucideIcon;
  /** Article or shortcut of the act. */
  aside?: ReactNode;
  disabled?: boolean;
} & ({ href: string; onSelect?: undefined } | { onSelect: () => void; href?: undefined });

export function MenuItem({ children, icon, aside, disabled, href, onSelect }: MenuItemProps) {
  const face = (
    <>
      {icon && <Icon of={icon} small />}
      <span>{children}</span>
      {aside && <span className="aside">{aside}</span>}
    </>
  );
  return (
    <DropdownMenu.Item disabled={disabled} onSelect={onSelect} asChild={href !== undefined}>
      {href === undefined ? (
        face
      ) : (
        <Link href={href} prefetch={false}>
          {face}
        </Link>
      )}
    </DropdownMenu.Item>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Group>
      <DropdownMenu.Label className="group">{label}</DropdownMenu.Label>
      {children}
    </DropdownMenu.Group>
  );
}
