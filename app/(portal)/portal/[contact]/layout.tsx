import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import { DONE_HEADER } from "@/lib/forms/form-state";
import { loadPortalShell } from "@/lib/features/portal/loaders";
import { themeOf } from "@/lib/i18n/locale";

type LayoutProps = { params: Promise<{ contact: string }>; children: ReactNode };

/** Answers 404 to anybody who is not a contact of this controller. */
export default async function PortalLayout({ params, children }: LayoutProps) {
  const shell = await loadPortalShell((await params).contact);
  const theme = themeOf(await cookies());
  const done = (await headers()).get(DONE_HEADER) ?? undefined;
  return (
    <PortalShell {...shell} theme={theme} done={done}>
      {children}
    </PortalShell>
  );
}
