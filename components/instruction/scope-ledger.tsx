import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, Ledger, type LedgerColumn } from "@/components/ui/ledger";
import { Status } from "@/components/ui/status";
import type { loadOutOfScope } from "@/lib/features/instruction/loaders";
import { Said } from "./out-of-scope";

type Row = Awaited<ReturnType<typeof loadOutOfScope>>["rows"][number];

/** Entries of the register beyond what was agreed, with what is beyond and its article. */
export function ScopeLedger({ org, rows }: { org: string; rows: readonly Row[] }) {
  const t = useTranslations("instruction");
  const columns: LedgerColumn[] = [
    { key: "reference", label: t("scope.reference"), folio: true },
    { key: "controller", label: t("list.controller"), width: 220 },
    { key: "activity", label: t("scope.activity") },
    { key: "beyond", label: t("scope.beyond") },
  ];
  return (
    <Ledger caption={t("scope.title")} columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <Cell place="folio" whole>
            <bdi>{row.reference}</bdi>
          </Cell>
          <Cell place="title" whole>
            <Link href={`/${org}/records/${row.id}#instructions`} prefetch={false}>
              {row.controllerName}
            </Link>
          </Cell>
          <Cell place="text" whole>
            {row.activity}
          </Cell>
          <Cell place="status" whole>
            {row.findings.map((finding) => (
              <p key={finding.kind}>
                <Status kind="warn">{t(`scope.${finding.kind}`)}</Status> <Said finding={finding} />{" "}
                <span className="muted">{t("article", { article: finding.article })}</span>
              </p>
            ))}
          </Cell>
        </tr>
      ))}
    </Ledger>
  );
}
