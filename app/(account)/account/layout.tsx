import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { AccountShell } from "@/components/account/account-shell";
import { DONE_HEADER } from "@/lib/forms/form-state";
import { loadAccountShell } from "@/lib/features/account/loaders";
import { themeOf } from "@/lib/i18n/locale";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const shell = await loadAccountShell();
  const theme = themeOf(await cookies());
  const done = (await headers()).get(DONE_HEADER) ?? undefined;
  return (
    <AccountShell {...shell} theme={theme} done={done}>
      {children}
    </AccountShell>
  );
}
