import { cellAttributes, type CellLook } from "./cell-attributes";
import { splitOrdinals } from "./deadline";
import { markup, type Html, type HtmlValue } from "./html";

/** A cell as `Cell` draws it, for a table whose rows are markup. */
export function cellHtml(look: CellLook & { title?: string }, ...content: readonly HtmlValue[]): Html {
  const { dir, className } = cellAttributes(look);
  const attributes = [
    dir && markup` dir="${dir}"`,
    look.title !== undefined && markup` title="${look.title}"`,
    className && markup` class="${className}"`,
  ];
  return look.place === "title"
    ? markup`<th scope="row"${attributes}>${content}</th>`
    : markup`<td${attributes}>${content}</td>`;
}

/** An icon that `RowIcons` of the page defines. */
export function rowIconHtml(name: string): Html {
  return markup`<svg class="i s" width="14" height="14" aria-hidden="true"><use href="#row-icon-${name}"></use></svg>`;
}

/** A day as `Day` draws it. */
export function dayHtml(text: string): Html {
  const [before = "", ...after] = splitOrdinals(text);
  return markup`${before}${after.map((part) => markup`1<sup>er</sup>${part}`)}`;
}
