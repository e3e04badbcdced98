import type { LucideIcon } from "lucide-react";

type IconProps = {
  of: LucideIcon;
  small?: boolean;
  /** Arrows and chevrons turn round in Arabic. */ flip?: boolean;
};

/** Always beside a word, so always silent to a screen reader. 16 px, or 14 in text and buttons. */
export function Icon({ of: Glyph, small = false, flip = false }: IconProps) {
  const className = `i${small ? " s" : ""}${flip ? " flip" : ""}`;
  return <Glyph className={className} size={small ? 14 : 16} strokeWidth={1.75} aria-hidden="true" />;
}
