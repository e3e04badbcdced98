import { Fragment } from "react";

/**
 * Words that break between each other alone: in a narrow margin "30(2)(a)" stays whole beneath « المادة ». The space that a
 * sentence keeps together may break here, where a line has 72 px.
 */
export function Unbroken({ children }: { children: string }) {
  return children.split(/[ \u00a0]/).map((word, index) => (
    <Fragment key={index}>
      {index > 0 && " "}
      <span className="nowrap">{word}</span>
    </Fragment>
  ));
}
