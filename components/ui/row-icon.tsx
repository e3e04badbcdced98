import type { LucideIcon } from "lucide-react";
import { markup, type Html } from "./html";
import { iconShapes } from "./icon-shapes";

/** Defines icons of a long table once, for reference by `rowIconHtml`. */
export function RowIcons({ of: icons }: { of: Readonly<Record<string, LucideIcon>> }) {
  const symbols = Object.entries(icons).map(([name, icon]) => symbolOf(name, icon));
  return (
    <svg
      className="absolute size-0"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: markup`${symbols}`.text }}
    />
  );
}

/** A reference inherits from where it stands, so the look of the lines is the symbol's own. */
function symbolOf(name: string, icon: LucideIcon): Html {
  const lines = markup`fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"`;
  return markup`<symbol id="row-icon-${name}" viewBox="0 0 24 24" ${lines}>${iconShapes(icon)}</symbol>`;
}
