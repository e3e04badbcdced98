import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Part } from "@/components/shell/sheet";
import { Cell, DataTable, type DataTableColumn } from "@/components/ui/data-table";
import { Status } from "@/components/ui/status";
import type { loadOutOfScope } from "@/lib/features/instruction/loaders";
import { ScopeFindingText } from "./out-of-scope";
import { FollowUpLinks } from "./follow-up-links";

type Loaded = Awaited<ReturnType<typeof loadOutOfScope>>;
type Group = Loaded["controllers"][number]["groups"][number];

export function ScopeTable({
  org,
  of: { controller, contracts, groups },
  may,
}: {
  org: string;
  of: Loaded["controllers"][number];
  may: Loaded["may"];
}) {
  const t = useTranslations("instruction");
  const columns: DataTableColumn[] = [
    { key: "article", label: t("scope.article"), folio: true },
    { key: "outOfScope", label: t("scope.outOfScope") },
    { key: "entries", label: t("scope.entries"), width: 300 },
  ];
  return (
    <>
      <Part
        id={`scope-${controller.id}`}
        title={
          <Link href={`/${org}/controllers/${controller.id}`} prefetch={false}>
            <bdi>{controller.legalName}</bdi>
          </Link>
        }
      >
        <FollowUpLinks org={org} controllerId={controller.id} contracts={contracts} may={may} />
      </Part>
      <DataTable caption={t("scope.caption", { controller: controller.legalName })} columns={columns}>
        {groups.map((group) => (
          <tr key={`${group.kind} ${group.isCompared} ${group.stated}`}>
            <Cell place="folio" whole>
              {t("article", { article: group.article })}
            </Cell>
            <Cell place="title" whole>
              <Status kind={group.isCompared ? "warn" : "plain"}>
                {t(`scope.${group.isCompared ? group.kind : `uncompared.${group.kind}`}`)}
              </Status>{" "}
              {group.stated !== null && (
                <ScopeFindingText finding={{ kind: group.kind, stated: [group.stated] }} />
              )}
            </Cell>
            <Cell place="text" whole>
              <Entries org={org} records={group.records} controllerId={controller.id} />
            </Cell>
          </tr>
        ))}
      </DataTable>
    </>
  );
}

/** Limit of named entries; the register lists the rest. */
const MOST_NAMED = 5;

function Entries({
  org,
  records,
  controllerId,
}: {
  org: string;
  records: Group["records"];
  controllerId: string;
}) {
  const t = useTranslations("instruction.scope");
  const rest = records.length - MOST_NAMED;
  return (
    <span className="flex flex-wrap gap-x-3">
      {records.slice(0, MOST_NAMED).map(({ id, reference }) => (
        <Link key={id} href={`/${org}/records/${id}#instructions`} prefetch={false}>
          <bdi>{reference}</bdi>
        </Link>
      ))}
      {rest > 0 && (
        <LinkButton tone="bare" href={`/${org}/records?controller=${controllerId}`}>
          {t("more", { count: rest })}
        </LinkButton>
      )}
    </span>
  );
}
