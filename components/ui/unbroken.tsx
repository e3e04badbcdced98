import { Fragment } from "react";

/**
 * Breaks lines between words alone: "30(2)(a)" remains whole below « المادة ». Replaces no-break spaces, because a line
 * has 72 px.
 */
export function Unbroken({ children }: { children: string }) {
  return children.split(/[ \u00a0]/).map((word, index) => (
    <Fragment key={index}>
      {index > 0 && " "}
      <span className="nowrap">{word}</span>
    </Fragment>
  ));
}
