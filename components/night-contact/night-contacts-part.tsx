import { UserPlus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import type { loadNightContacts } from "@/lib/features/night-contact/loaders";
import { dayAt, formatDay } from "@/lib/i18n/format";
import { isLocale, LOCALE_NAMES } from "@/lib/i18n/locale";
import { useNightWords } from "./use-night-words";

type Loaded = Awaited<ReturnType<typeof loadNightContacts>>;
type Row = Loaded["rows"][number];

type NightContactsProps = { org: string; controllerId: string; loaded: Loaded; isOpen: boolean };

/** States whom to reach at this controller at any hour, and by which of its laws it is told of a breach. */
export function NightContactsPart({
  org,
  controllerId,
  loaded: { rows, ground, mayManage },
  isOpen,
}: NightContactsProps) {
  const t = useTranslations("night-contact");
  const { article, advice } = useNightWords(ground);
  const mayChange = mayManage && isOpen;
  const add = mayChange && (
    <LinkButton tone="bare" icon={UserPlus} href={`/${org}/controllers/${controllerId}/night-contacts/new`}>
      {t("add.open")}
    </LinkButton>
  );
  const hasOpen = rows.some(({ endedAt }) => endedAt === null);
  return (
    <>
      <Part id="night" title={t("title")} article={article} aside={add}>
        {!hasOpen && isOpen && <p className="mt-3">{advice}</p>}
      </Part>
      {rows.length > 0 && (
        <DataTable
          caption={t("title")}
          columns={[
            { key: "position", label: t("fields.position"), folio: true },
            { key: "name", label: t("fields.name") },
            { key: "phone", label: t("fields.phone"), width: 170 },
            { key: "email", label: t("fields.email"), width: 230 },
            { key: "language", label: t("fields.language"), width: 100 },
            { key: "hours", label: t("fields.hours"), width: 200 },
          ]}
        >
          {rows.map((row) => (
            <ContactRow
              key={row.id}
              row={row}
              href={mayChange && row.endedAt === null ? hrefOf(org, row) : null}
            />
          ))}
        </DataTable>
      )}
    </>
  );
}

function hrefOf(org: string, row: Row): string {
  return `/${org}/controllers/${row.controllerId}/night-contacts/${row.id}`;
}

function ContactRow({ row, href }: { row: Row; href: string | null }) {
  const [t, locale] = [useTranslations("night-contact"), useLocale()];
  const day = (at: number) => formatDay(dayAt(at, "Africa/Casablanca"), locale);
  const isEnded = row.endedAt !== null;
  return (
    <tr className={rowClass({ closed: isEnded })}>
      <Cell place="folio">{isEnded ? "–" : row.position}</Cell>
      <Cell place="title" whole>
        {href ? (
          <Link href={href} prefetch={false}>
            {row.name}
          </Link>
        ) : (
          row.name
        )}
        {row.role && <span className="font-normal muted"> {row.role}</span>}
        <span className="muted block text-[12.5px]">
          {row.endedAt === null
            ? t("since", { day: day(row.createdAt) })
            : t("ended", { from: day(row.createdAt), until: day(row.endedAt), reason: row.endReason })}
        </span>
      </Cell>
      <Cell place="text" whole>
        {row.phone && (
          <a href={`tel:${row.phone.replace(/[^+\d]/g, "")}`}>
            <bdi dir="ltr">{row.phone}</bdi>
          </a>
        )}
      </Cell>
      <Cell place="text" whole>
        <bdi>{row.email}</bdi>
      </Cell>
      <Cell place="text">{isLocale(row.language) ? LOCALE_NAMES[row.language] : ""}</Cell>
      <Cell place="text" whole>
        {row.hours}
      </Cell>
    </tr>
  );
}
