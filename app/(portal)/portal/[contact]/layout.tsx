import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import { DONE_COOKIE } from "@/lib/domain/form-state";
import { loadPortalShell } from "@/lib/features/portal/loaders";
import { isTheme, THEME_COOKIE } from "@/lib/i18n/locale";

type LayoutProps = { params: Promise<{ contact: string }>; children: ReactNode };

/** One controller's portal at one processor; whoever is not its contact is told that it does not exist. */
export default async function PortalLayout({ params, children }: LayoutProps) {
  const shell = await loadPortalShell((await params).contact);
  const jar = await cookies();
  const theme = jar.get(THEME_COOKIE)?.value;
  return (
    <PortalShell {...shell} theme={isTheme(theme) ? theme : undefined} done={jar.get(DONE_COOKIE)?.value}>
      {children}
    </PortalShell>
  );
}
