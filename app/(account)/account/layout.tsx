import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { AccountShell } from "@/components/account/account-shell";
import { DONE_HEADER } from "@/lib/domain/form-state";
import { loadAccountShell } from "@/lib/features/account/loaders";
import { isTheme, THEME_COOKIE } from "@/lib/i18n/locale";

/** One's own account, whatever the organisations. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const shell = await loadAccountShell();
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  const done = (await headers()).get(DONE_HEADER) ?? undefined;
  return (
    <AccountShell {...shell} theme={isTheme(theme) ? theme : undefined} done={done}>
      {children}
    </AccountShell>
  );
}
