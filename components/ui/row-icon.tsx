import type { LucideIcon } from "lucide-react";

/** Defines icons of a long table once, for reference by `RowIcon`. */
export function RowIcons({ of: icons }: { of: Readonly<Record<string, LucideIcon>> }) {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      {Object.entries(icons).map(([name, Glyph]) => (
        <symbol key={name} id={`row-icon-${name}`} viewBox="0 0 24 24">
          <Glyph strokeWidth={1.75} />
        </symbol>
      ))}
    </svg>
  );
}

/** Refers to `RowIcons` of the page; 14 px. */
export function RowIcon({ name }: { name: string }) {
  return (
    <svg className="i s" width={14} height={14} aria-hidden="true">
      <use href={`#row-icon-${name}`} />
    </svg>
  );
}
