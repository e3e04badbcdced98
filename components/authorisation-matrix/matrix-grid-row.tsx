import { useTranslations } from "next-intl";
import { memo } from "react";
import { GROUP_OF } from "@/lib/domain/authorisation/matrix";
import type { GridRow } from "./matrix-words";
import { signId } from "./signs";

type RowProps = {
  org: string;
  row: GridRow;
  columns: readonly { id: string; name: string }[];
  /** The column of the cell that the keyboard stands on, in this row alone. */
  cursor: number | null;
};

/** One controller. Drawn anew only when the cursor comes or goes. */
export const MatrixGridRow = memo(function MatrixGridRow({ org, row, columns, cursor }: RowProps) {
  const t = useTranslations("authorisation-matrix");
  return (
    <tr className={cursor === null ? undefined : "is-cross"}>
      <td className="reg">{row.regime}</td>
      <th scope="row">
        <a href={`/${org}/controllers/${row.id}`} tabIndex={-1}>
          <bdi>{row.controller}</bdi>
        </a>
        <small>
          <bdi>{row.contract}</bdi>
        </small>
      </th>
      {row.cells.map((cell, at) => {
        const column = columns[at]!;
        const tabIndex = cursor === at ? 0 : -1;
        if (!cell)
          return (
            <td key={column.id} className="never">
              <a href={askHref(org, row.id, column.id)} tabIndex={tabIndex}>
                <span aria-hidden="true">–</span>
                <span className="sr">{t("states.never")}</span>
              </a>
            </td>
          );
        const [state, requestId, small] = cell;
        return (
          <td key={column.id}>
            <a
              className={`c ${GROUP_OF[state]}`}
              href={`/${org}/authorisations/${requestId}`}
              tabIndex={tabIndex}
            >
              <svg className="i s" width="14" height="14" aria-hidden="true">
                <use href={`#${signId(state)}`} />
              </svg>
              <span>
                <b className="of">
                  <bdi>{column.name}</bdi>{" "}
                </b>
                {t(`states.${state}`)}
                <small>
                  <bdi>{small}</bdi>
                </small>
              </span>
            </a>
          </td>
        );
      })}
    </tr>
  );
});

function askHref(org: string, controller: string, subProcessor: string): string {
  return `/${org}/authorisations/new?controller=${controller}&subProcessor=${subProcessor}`;
}
