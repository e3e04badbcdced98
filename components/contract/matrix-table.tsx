import { Minus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { CLAUSES } from "@/lib/domain/contract/clauses";
import type { loadContractMatrix } from "@/lib/features/contract/loaders";
import { ClauseStatus } from "./clause-status";
import { ContractStateWord } from "./contract-state-word";

type Rows = Awaited<ReturnType<typeof loadContractMatrix>>["rows"];

/** Sticky heads in a scrollable, focusable region; a cell links to the clause on its contract's sheet. */
export function MatrixTable({ org, rows }: { org: string; rows: Rows }) {
  const t = useTranslations("contract");
  const words = useTranslations("contract-clauses.clauses");
  return (
    <div className="clause-matrix" role="region" aria-labelledby="matrix-caption" tabIndex={0}>
      <table>
        <caption className="sr" id="matrix-caption">
          {t("matrix.caption")}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("list.controller")}</th>
            {CLAUSES.map(({ id, article }) => (
              <th key={id} scope="col">
                <span className="turned-head" title={article}>
                  {words(`${id}.title`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={`/${org}/contracts/${row.id}`} prefetch={false}>
                  {row.controller}
                </Link>
                <small className="muted block">
                  <bdi>{row.reference}</bdi>
                </small>
                {row.state === "expired" && <ContractStateWord state={row.state} />}
              </th>
              {CLAUSES.map(({ id }) => (
                <td key={id} data-of={words(`${id}.title`)}>
                  <MatrixCell href={`/${org}/contracts/${row.id}#clause-${id}`} answer={row.cells[id]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatrixCell({ href, answer }: { href: string; answer: Rows[number]["cells"]["K01"] }) {
  const t = useTranslations("contract.matrix");
  if (answer === null)
    return (
      <span className="faint">
        <Icon of={Minus} small />
        <span className="sr">{t("notAsked")}</span>
      </span>
    );
  return (
    <Link href={href} prefetch={false}>
      <ClauseStatus answer={answer} isShort />
    </Link>
  );
}
