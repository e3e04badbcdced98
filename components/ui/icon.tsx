import type { LucideIcon } from "lucide-react";

type IconProps = {
  of: LucideIcon;
  small?: boolean;
  /** Mirrors arrows and chevrons in Arabic. */ flip?: boolean;
};

/** Hidden from screen readers, because a word is always beside it. 16 px, or 14 in text and buttons. */
export function Icon({ of: Glyph, small = false, flip = false }: IconProps) {
  const className = `i${small ? " s" : ""}${flip ? " flip" : ""}`;
  return <Glyph className={className} size={small ? 14 : 16} strokeWidth={1.75} aria-hidden="true" />;
}
