import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AccountShell } from "@/components/account/account-shell";
import { DONE_COOKIE } from "@/lib/domain/form-state";
import { loadAccountShell } from "@/lib/features/account/loaders";
import { isTheme, THEME_COOKIE } from "@/lib/i18n/locale";

/** One's own account, whatever the organisations. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const shell = await loadAccountShell();
  const jar = await cookies();
  const theme = jar.get(THEME_COOKIE)?.value;
  return (
    <AccountShell {...shell} theme={isTheme(theme) ? theme : undefined} done={jar.get(DONE_COOKIE)?.value}>
      {children}
    </AccountShell>
  );
}
