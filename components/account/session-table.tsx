import { LogOut } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import { endOneSession } from "@/lib/features/account/actions";
import type { loadSessions } from "@/lib/features/account/loaders";
import { formatInstant } from "@/lib/i18n/format";

type SessionRow = Awaited<ReturnType<typeof loadSessions>>["sessions"][number];

export function SessionTable({ sessions }: { sessions: readonly SessionRow[] }) {
  const t = useTranslations("account-page");
  const columns: DataTableColumn[] = [
    { key: "place", label: t("sessions.columns.place"), folio: true, labelHidden: true },
    { key: "device", label: t("sessions.columns.device") },
    { key: "means", label: t("sessions.columns.means"), width: 190 },
    { key: "seen", label: t("sessions.columns.seen"), width: 270 },
    { key: "act", label: t("sessions.columns.act"), width: 172, labelHidden: true },
  ];
  return (
    <DataTable caption={t("sessions.caption")} columns={columns}>
      {sessions.map((session) => (
        <SessionLine key={session.id} session={session} />
      ))}
    </DataTable>
  );
}

function SessionLine({ session }: { session: SessionRow }) {
  const t = useTranslations("account-page");
  const means = `sessions.means.${session.method.replace("+", "_")}`;
  const device = useDeviceName(session.device);
  return (
    <tr>
      <Cell place="folio" whole>
        {session.isThis && <b className="small">{t("sessions.this")}</b>}
      </Cell>
      {/* Follows the page's direction: the names are Latin, the words between them are the reader's. */}
      <Cell place="title" whole dir={undefined}>
        {device}
        <small className="muted block font-normal">
          <bdi>{session.address || t("sessions.unknownAddress")}</bdi>
        </small>
      </Cell>
      <Cell place="text" whole>
        {t(t.has(means) ? means : "sessions.means.other")}
      </Cell>
      <Cell place="date" whole>
        {session.isThis ? t("sessions.now") : <At ms={session.seenMs} />}
        <small className="muted block">
          {t.rich("sessions.since", { at: () => <At ms={session.sinceMs} /> })}
        </small>
      </Cell>
      <Cell place="status" whole>
        <form action={endOneSession}>
          <input type="hidden" name="id" value={session.id} />
          {session.isThis ? (
            <Button type="submit" tone="bare" icon={LogOut}>
              {t("sessions.endThis")}
            </Button>
          ) : (
            <Button type="submit" tone="irreversible" aria-label={t("sessions.endNamed", { device })}>
              {t("sessions.end")}
            </Button>
          )}
        </form>
      </Cell>
    </tr>
  );
}

function useDeviceName({ browser, system }: SessionRow["device"]): string {
  const t = useTranslations("account-page");
  if (!browser && !system) return t("sessions.unknownBrowser");
  return t("sessions.device", {
    browser: browser ?? t("sessions.unknownBrowser"),
    system: system ?? t("sessions.unknownSystem"),
  });
}

export function At({ ms }: { ms: number }) {
  return (
    <time dateTime={new Date(ms).toISOString()}>{formatInstant(ms, "Africa/Casablanca", useLocale())}</time>
  );
}
