import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/shell/console-shell";
import { listRooms } from "@/components/shell/nav-items";
import type { NavCounts, ShellOrganisation } from "@/components/shell/types";
import { DONE_HEADER } from "@/lib/forms/form-state";
import { loadRunning } from "@/lib/features/breach/loaders";
import { countPressingObligations } from "@/lib/features/obligation/loaders";
import { THREADS_WAITING } from "@/lib/domain/thread/nav-view";
import { countUnreadNotifications } from "@/lib/features/notification/loaders";
import { loadShell } from "@/lib/features/organisation/loaders";
import { formatCount } from "@/lib/i18n/format";
import { themeOf, type Locale } from "@/lib/i18n/locale";

/** `thing` names the row that an address is of, beside the page. */
type LayoutProps = { params: Promise<{ org: string }>; thing: ReactNode; children: ReactNode };

/** Answers 404 to anybody who is not a member. */
export default async function ConsoleLayout({ params, thing, children }: LayoutProps) {
  const { org } = await params;
  // Asked in one tick, so that all leave in one read.
  const [shell, pressing, breaches, unread] = await Promise.all([
    loadShell(org),
    countPressingObligations(org),
    loadRunning(org),
    countUnreadNotifications(org),
  ]);
  const [t, tShell, locale] = await Promise.all([
    getTranslations("account"),
    getTranslations("shell"),
    getLocale(),
  ]);
  const theme = themeOf(await cookies());
  const done = (await headers()).get(DONE_HEADER) ?? undefined;
  const { counts, letters } = shell;
  const closed = (["journal", "outbox"] as const).filter((item) => !shell.may[item]);
  const troubled = letters.waiting + letters.failed;
  const shownCounts: NavCounts = {
    records: formatCount(counts.records, locale),
    "own-records": formatCount(counts.ownRecords, locale),
    controllers: formatCount(counts.controllers, locale),
    "sub-processors": formatCount(counts.subProcessors, locale),
    ...(pressing > 0 && { today: formatCount(pressing, locale) }),
    ...countBreaches(breaches, { locale, drill: tShell("breach.drill") }),
    ...(counts.threads > 0 && {
      threads: { value: formatCount(counts.threads, locale), view: THREADS_WAITING },
    }),
    ...(counts.awaited > 0 && { authorisations: formatCount(counts.awaited, locale) }),
    ...(troubled > 0 && {
      outbox: {
        value: formatCount(troubled, locale),
        mark: tShell(letters.failed > 0 ? "letters.markFailed" : "letters.markWaiting"),
      },
    }),
  };
  return (
    <ConsoleShell
      org={nameOrganisation(shell.org)}
      organisations={shell.orgs.map(nameOrganisation)}
      person={{ name: shell.person.name, role: t(`roles.${shell.person.role}`) }}
      rooms={listRooms({ closed, counts: shownCounts }, (key) => tShell(key))}
      closed={closed}
      theme={theme}
      nowMs={shell.nowMs}
      example={shell.isExample ? { mayClear: shell.may.clearExample } : undefined}
      running={breaches.running}
      unread={unread}
      may={shell.may.acts}
      draftOwner={shell.person.memberId}
      done={done}
      thing={thing}
    >
      {children}
    </ConsoleShell>
  );
}

type Breaches = Awaited<ReturnType<typeof loadRunning>>;

/** Open breaches in red; a drill that runs is marked in a word, and counted by none. */
function countBreaches(
  { open, running }: Breaches,
  { locale, drill }: { locale: Locale; drill: string },
): NavCounts {
  const mark = running.some(({ isDrill }) => isDrill) ? drill : undefined;
  if (open === 0) return mark ? { breaches: { mark } } : {};
  return { breaches: { value: formatCount(open, locale), hot: true, mark } };
}

function nameOrganisation(org: { slug: string; legalName: string; city: string }): ShellOrganisation {
  return { slug: org.slug, name: org.legalName, city: org.city };
}
