import type { LucideIcon } from "lucide-react";
import { iconShapes } from "./icon-shapes";

type IconProps = {
  of: LucideIcon;
  small?: boolean;
  /** Mirrors arrows and chevrons in Arabic. */ flip?: boolean;
};

/** Hidden from screen readers, because a word is always beside it. 16 px, or 14 in text and buttons. */
export function Icon({ of: Glyph, small = false, flip = false }: IconProps) {
  const className = `i${small ? " s" : ""}${flip ? " flip" : ""}`;
  const size = small ? 14 : 16;
  const shapes = iconShapes(Glyph);
  if (!shapes) return <Glyph className={className} size={size} strokeWidth={1.75} aria-hidden="true" />;
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: shapes.text }}
    />
  );
}
