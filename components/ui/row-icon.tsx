import type { LucideIcon } from "lucide-react";

/** Icons that stand in row after row of a long table: drawn once here, pointed at by `RowIcon`. */
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

/** One of the `RowIcons` of the page, 14 px, beside its word. */
export function RowIcon({ name }: { name: string }) {
  return (
    <svg className="i s" width={14} height={14} aria-hidden="true">
      <use href={`#row-icon-${name}`} />
    </svg>
  );
}
