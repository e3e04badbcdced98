import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/shell/console-shell";
import type { ShellOrganisation } from "@/components/shell/types";
import { DONE_HEADER } from "@/lib/forms/form-state";
import { loadRunning } from "@/lib/features/breach/loaders";
import { countPressingObligations } from "@/lib/features/obligation/loaders";
import { THREADS_WAITING } from "@/lib/domain/thread/nav-view";
import { loadShell } from "@/lib/features/organisation/loaders";
import { formatCount } from "@/lib/i18n/format";
import { themeOf } from "@/lib/i18n/locale";

type LayoutProps = { params: Promise<{ org: string }>; children: ReactNode };

/** Answers 404 to anybody who is not a member. */
export default async function ConsoleLayout({ params, children }: LayoutProps) {
  const { org } = await params;
  // Asked in one tick, so that all leave in one read.
  const [shell, pressing, breaches] = await Promise.all([
    loadShell(org),
    countPressingObligations(org),
    loadRunning(org),
  ]);
  const [t, locale] = await Promise.all([getTranslations("account"), getLocale()]);
  const theme = themeOf(await cookies());
  const done = (await headers()).get(DONE_HEADER) ?? undefined;
  return (
    <ConsoleShell
      org={nameOrganisation(shell.org)}
      organisations={shell.orgs.map(nameOrganisation)}
      person={{ name: shell.person.name, role: t(`roles.${shell.person.role}`) }}
      counts={{
        records: formatCount(shell.counts.records, locale),
        "own-records": formatCount(shell.counts.ownRecords, locale),
        controllers: formatCount(shell.counts.controllers, locale),
        "sub-processors": formatCount(shell.counts.subProcessors, locale),
        ...(pressing > 0 && { today: formatCount(pressing, locale) }),
        ...(breaches.open > 0 && { breaches: { value: formatCount(breaches.open, locale), hot: true } }),
        ...(shell.counts.threads > 0 && {
          threads: { value: formatCount(shell.counts.threads, locale), view: THREADS_WAITING },
        }),
        ...(shell.counts.awaited > 0 && { authorisations: formatCount(shell.counts.awaited, locale) }),
      }}
      closed={(["journal", "outbox"] as const).filter((room) => !shell.may[room])}
      theme={theme}
      nowMs={shell.nowMs}
      example={shell.isExample ? { mayClear: shell.may.clearExample } : undefined}
      letters={shell.letters}
      running={breaches.running}
      may={shell.may.acts}
      draftOwner={shell.person.memberId}
      done={done}
    >
      {children}
    </ConsoleShell>
  );
}

function nameOrganisation(org: { slug: string; legalName: string; city: string }): ShellOrganisation {
  return { slug: org.slug, name: org.legalName, city: org.city };
}
