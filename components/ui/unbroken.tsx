import { Fragment } from "react";

/** Words that break between each other alone: in a narrow margin "30(2)(a)" stays whole beneath « المادة ». */
export function Unbroken({ children }: { children: string }) {
  return children.split(" ").map((word, index) => (
    <Fragment key={index}>
      {index > 0 && " "}
      <span className="nowrap">{word}</span>
    </Fragment>
  ));
}
