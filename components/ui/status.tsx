import { Check, CircleX, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** `ok` is quiet, `warn` is missing or awaited, `late` is past or refused; `plain` judges nothing. */
export type StatusKind = "ok" | "warn" | "late" | "plain";

const ICONS: Record<StatusKind, LucideIcon | undefined> = {
  ok: Check,
  warn: TriangleAlert,
  late: CircleX,
  plain: undefined,
};

/** Always an icon and a word: colour alone conveys nothing. */
export function Status({
  kind,
  icon,
  children,
}: {
  kind: StatusKind;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  const glyph = icon ?? ICONS[kind];
  return (
    <span className={classNames("st", kind !== "plain" && kind)}>
      {glyph && <Icon of={glyph} small />}
      <span>{children}</span>
    </span>
  );
}
