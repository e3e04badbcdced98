import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { AuditShell } from "@/components/shell/audit-shell";
import { DONE_HEADER } from "@/lib/forms/form-state";
import { loadAuditShell } from "@/lib/features/audit/loaders";
import { themeOf } from "@/lib/i18n/locale";

type LayoutProps = { params: Promise<{ grant: string }>; children: ReactNode };

/** Answers 404 to anybody without this grant, and to its auditor once it has ended. */
export default async function AuditLayout({ params, children }: LayoutProps) {
  const shell = await loadAuditShell((await params).grant);
  const theme = themeOf(await cookies());
  const done = (await headers()).get(DONE_HEADER) ?? undefined;
  return (
    <AuditShell {...shell} theme={theme} done={done}>
      {children}
    </AuditShell>
  );
}
