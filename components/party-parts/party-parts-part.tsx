import { Plus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Line, Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Cell, DataTable } from "@/components/ui/data-table";
import { Status } from "@/components/ui/status";
import type { loadPartyParts } from "@/lib/features/party-parts/loaders";
import { formatCount } from "@/lib/i18n/format";
import { LifeLines } from "./life-lines";

type Loaded = Awaited<ReturnType<typeof loadPartyParts>>;
type PartOfParty = Loaded["parts"][number];

/** All that names a party: what is owed before all else, each part with its count and first rows, and one life over all. */
export function PartyPartsPart({ loaded, lifeHref }: { loaded: Loaded; lifeHref: string }) {
  const [t, locale] = [useTranslations("party-parts"), useLocale()];
  const mayBegin = loaded.parts.some(({ beginHref }) => beginHref !== null);
  const columns = [
    { key: "count", label: t("columns.count"), folio: true },
    { key: "part", label: t("columns.part"), width: 200 },
    { key: "state", label: t("columns.state"), width: 200 },
    { key: "rows", label: t("columns.rows") },
    ...(mayBegin ? [{ key: "begin", label: t("columns.begin"), width: 236 }] : []),
  ];
  return (
    <>
      <OwedLine parts={loaded.parts} />
      <Part id="parts" title={t("title")}>
        {null}
      </Part>
      <DataTable caption={t("title")} columns={columns}>
        {loaded.parts.map((part) => (
          <tr key={part.noun}>
            <Cell place="folio" whole>
              {formatCount(part.count, locale)}
            </Cell>
            <Cell place="title" whole>
              <PartName part={part} />
            </Cell>
            <Cell place="status" whole>
              <PartState part={part} />
            </Cell>
            <Cell place="text" whole>
              <FirstRows part={part} />
            </Cell>
            {mayBegin && (
              <Cell place="text" whole>
                {part.beginHref && (
                  <LinkButton tone="bare" icon={Plus} href={part.beginHref}>
                    {t(`begin.${part.noun}`)}
                  </LinkButton>
                )}
              </Cell>
            )}
          </tr>
        ))}
      </DataTable>
      <Part id="life" title={t("life.title")}>
        {loaded.life.length === 0 ? (
          <p className="muted mt-3">{t("life.none")}</p>
        ) : (
          <LifeLines rows={loaded.life} />
        )}
        {loaded.hasMore && (
          <p className="mt-2">
            <Link href={lifeHref} prefetch={false}>
              {t("life.more")}
            </Link>
          </p>
        )}
      </Part>
    </>
  );
}

/** Says in one line under the head what is owed; nothing where nothing is. */
function OwedLine({ parts }: { parts: readonly PartOfParty[] }) {
  const t = useTranslations("party-parts");
  const owed = parts.filter((part) => part.owed > 0);
  if (owed.length === 0) return null;
  return (
    <Line>
      <p className="summary">
        <b>{t("owedFirst")}</b>
        {owed.map((part) => (
          <Link key={part.noun} href={part.listHref || "#parts"} prefetch={false}>
            {t(`owed.${part.noun}`, { count: part.owed })}
          </Link>
        ))}
      </p>
    </Line>
  );
}

function PartName({ part: { noun, count, listHref } }: { part: PartOfParty }) {
  const t = useTranslations("party-parts");
  const name = t(`names.${noun}`);
  if (!listHref || count === 0) return name;
  return (
    <Link href={listHref} prefetch={false}>
      {name}
    </Link>
  );
}

function PartState({ part: { noun, count, owed } }: { part: PartOfParty }) {
  const t = useTranslations("party-parts");
  if (owed > 0) return <Status kind="warn">{t(`owed.${noun}`, { count: owed })}</Status>;
  return <span className="muted">{t(count === 0 ? "none" : "nothingOwed")}</span>;
}

function FirstRows({ part: { rows } }: { part: PartOfParty }) {
  const words = useTranslations();
  return (
    <ul>
      {rows.map(({ id, reference, title, titleKey, href }, at) => (
        <li key={`${id} ${at}`} className="truncate leading-6">
          <Link href={href} prefetch={false}>
            {reference && <bdi>{reference}</bdi>} <bdi>{titleKey ? words(titleKey) : title}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
