import { classNames } from "./class-names";

/** Place of a cell when rows become paragraphs below 720 px; `wide` is hidden there. */
export type CellPlace = "folio" | "title" | "text" | "status" | "date" | "wide";

export type CellLook = {
  place?: CellPlace;
  numeric?: boolean;
  /** Wraps the text instead of truncating it. */
  whole?: boolean;
  className?: string;
};

export function cellAttributes({ place, numeric, whole, className }: CellLook) {
  const names = classNames(
    place && `at-${place}`,
    place === "folio" && "folio",
    place === "title" && "who",
    numeric && "num",
    whole && "whole",
    className,
  );
  // Truncates a French name at its own end in an Arabic list.
  const dir = numeric || place === "folio" ? undefined : ("auto" as const);
  return { dir, className: names || undefined };
}
