import {
  Archive,
  Bell,
  CircleCheck,
  CirclePause,
  CircleX,
  FileSignature,
  Hand,
  Hourglass,
  PenLine,
  TimerOff,
  type LucideIcon,
} from "lucide-react";
import type { CellState } from "@/lib/domain/authorisation/authorisation-status";

export const SIGNS: Record<Exclude<CellState, "never">, LucideIcon> = {
  draft: PenLine,
  awaited: Hourglass,
  notified: Bell,
  "to-sign": FileSignature,
  active: CircleCheck,
  refused: CircleX,
  expired: TimerOff,
  objected: Hand,
  revoked: CircleX,
  suspended: CirclePause,
  withdrawn: Archive,
  alternative: Archive,
  "contract-terminated": CircleX,
  replaced: Archive,
  ended: Archive,
};

/** `never` has no sign: nobody asked. */
export const SIGNED_STATES = Object.keys(SIGNS) as (keyof typeof SIGNS)[];

export function signId(state: CellState): string {
  return `cell-${state}`;
}
