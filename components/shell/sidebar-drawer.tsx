"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useEffect } from "react";
import { provideNonce } from "@/components/ui/provide-nonce";
import { SidebarContent } from "./sidebar";
import type { SidebarProps } from "./types";

/** Sidebar below 720 px; a separate chunk that wide screens never load. */
export function SidebarDrawer({ onClose, ...rail }: SidebarProps & { onClose: () => void }) {
  const t = useTranslations("shell");
  useEffect(provideNonce, []);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="rail drawer" aria-describedby={undefined} onClick={closeOnLink(onClose)}>
          <Dialog.Title className="sr">{t("openMenu")}</Dialog.Title>
          <SidebarContent {...rail} />
          <Dialog.Close className="who-am-i">{t("closeMenu")}</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Closes the drawer when a link is followed. */
function closeOnLink(onClose: () => void) {
  return (event: React.MouseEvent) => {
    if ((event.target as Element).closest("a")) onClose();
  };
}
