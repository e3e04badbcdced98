import { memo } from "react";
import { GROUP_OF } from "@/lib/domain/authorisation/matrix";
import { itemAt } from "@/lib/domain/invariant/required";
import type { GridRow, GridWords } from "./matrix-words";
import { signId } from "./signs";

type RowProps = {
  org: string;
  row: GridRow;
  columns: readonly { id: string; name: string }[];
  words: GridWords;
  /** Column of the roving tabindex, in this row alone. */
  cursor: number | null;
};

/** Memoised and small: a matrix has thousands of cells, each rendered on the server and hydrated. */
export const MatrixGridRow = memo(function MatrixGridRow({ org, row, columns, words, cursor }: RowProps) {
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
        const { id, name } = itemAt(columns, at);
        const tabIndex = cursor === at ? 0 : -1;
        if (!cell)
          return (
            <td key={id} className="never">
              <a href={requestHref(org, row.id, id)} tabIndex={tabIndex}>
                <span className="sr">{words.states.never}</span>
              </a>
            </td>
          );
        const [state, requestId, small] = cell;
        return (
          <td key={id} className={GROUP_OF[state]}>
            <a href={`/${org}/authorisations/${requestId}`} tabIndex={tabIndex} data-of={name}>
              <svg aria-hidden="true">
                <use href={`#${signId(state)}`} />
              </svg>
              {words.states[state]}
              <small>{small}</small>
            </a>
          </td>
        );
      })}
    </tr>
  );
});

function requestHref(org: string, controller: string, subProcessor: string): string {
  return `/${org}/authorisations/new?controller=${controller}&subProcessor=${subProcessor}`;
}
