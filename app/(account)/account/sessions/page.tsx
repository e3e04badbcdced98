import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { At, SessionTable } from "@/components/account/session-table";
import { SessionNotice } from "@/components/account/session-notice";
import { EndOthers } from "@/components/account/end-others";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import type { Search } from "@/lib/forms/list-query";
import { loadSessions } from "@/lib/features/account/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<Search> };

export const generateMetadata = titled("account-page", "sessions.title");

export default async function SessionsPage({ searchParams }: PageProps) {
  const { sessions, isFull, after, limits } = await loadSessions(await searchParams);
  const t = await getTranslations("account-page");
  return (
    <Sheet>
      <PageHead
        title={t("sessions.title")}
        lead={t.rich("sessions.lead", {
          idle: limits.idleHours,
          at: () => <At ms={limits.endsAtMs} />,
        })}
        actions={sessions.length > 1 && <EndOthers />}
      >
        {after && <SessionNotice after={after} />}
      </PageHead>
      <div className="mt-5">
        <SessionTable sessions={sessions} />
      </div>
      <Line>
        {sessions.length === 1 && <p className="muted mt-3">{t("sessions.onlyThis")}</p>}
        {isFull && <p className="muted mt-3">{t("sessions.many")}</p>}
        {sessions.length > 1 && (
          <p className="muted mt-3">
            {t("sessions.unknownOne")}{" "}
            <Link href="/account/password" prefetch={false}>
              {t("sessions.changePassword")}
            </Link>
          </p>
        )}
      </Line>
    </Sheet>
  );
}
