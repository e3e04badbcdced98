import { Minus, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import { Cell, DataTable } from "@/components/ui/data-table";
import type { CoverageRow } from "@/lib/domain/measure/coverage";
import { SECURITY_LETTERS, type Family } from "@/lib/domain/measure/types";

type CoverageTableProps = {
  org: string;
  rows: readonly CoverageRow[];
  sheets: Readonly<Record<Family, string>>;
};

/** Coverage by family, article 32(1). */
export function CoverageTable({ org, rows, sheets }: CoverageTableProps) {
  const t = useTranslations("measure");
  const families = useTranslations("measure-library.families");
  const columns = [
    { key: "sheets", label: t("note"), folio: true, labelHidden: true },
    { key: "family", label: t("coverage.family") },
    ...SECURITY_LETTERS.map((letter) => ({
      key: letter,
      label: `${t("article", { article: letter })} ${t(`articleNames.${letter}`)}`,
      width: 168,
    })),
  ];
  return (
    <DataTable caption={t("coverage.caption")} columns={columns}>
      {rows.map(({ family, cells }) => (
        <tr key={family}>
          <Cell place="folio" whole>
            {sheets[family]}
          </Cell>
          <Cell place="title" whole>
            {families(family)}
          </Cell>
          {cells.map((cell) => (
            <Cell key={cell.letter} place="text" whole>
              <span className="hidden max-[720px]:inline">{t("article", { article: cell.letter })} </span>
              <CoverageText org={org} family={family} cell={cell} />
            </Cell>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}

function CoverageText({
  org,
  family,
  cell: { letter, active, used, proposed },
}: {
  org: string;
  family: Family;
  cell: CoverageRow["cells"][number];
}) {
  const t = useTranslations("measure.coverage");
  const library = (
    <Link href={`/${org}/measures/library#family-${family}`} prefetch={false}>
      {t("proposed", { count: proposed })}
    </Link>
  );
  if (active === 0 && proposed === 0)
    return (
      <span className="faint">
        <Icon of={Minus} small />
        <span className="sr">{t("nothing")}</span>
      </span>
    );
  if (active === 0)
    return (
      <Status kind="warn" icon={TriangleAlert}>
        {library}
      </Status>
    );
  return (
    <>
      <Status kind="ok">
        <Link
          href={`/${org}/measures?family=${family}&article=${encodeURIComponent(letter)}`}
          prefetch={false}
        >
          {t("active", { count: active })}
        </Link>
      </Status>
      <small className="muted block">
        {t("used", { count: used })}
        {proposed > 0 && <> · {library}</>}
      </small>
    </>
  );
}
