import { NOUNS } from "@/lib/domain/nouns/nouns";
import { ROOMS, type Room } from "@/lib/domain/nouns/rooms";
import type { NavItemId } from "./nav-item-id";
import type { NavCounts, NavRoom } from "./types";

type NavItem = { id: NavItemId; room: Room; segment: string; isDoor?: true; also?: readonly string[] };

/** Tabs of all rooms, in the order of their nouns' declaration. */
export const NAV_ITEMS: readonly NavItem[] = [
  { id: "today", room: "today", segment: "" },
  ...NOUNS.flatMap((noun): readonly NavItem[] => ("navigation" in noun ? noun.navigation : [])),
];

type Shown = {
  /** Items that the role may not open. */
  closed: readonly NavItemId[];
  counts: NavCounts;
};

/** Rooms with a tab that may be opened, each with its door first. `translate` is given keys of `shell`. */
export function listRooms({ closed, counts }: Shown, translate: (key: string) => string): NavRoom[] {
  return ROOMS.flatMap((room) => {
    const items = NAV_ITEMS.filter((item) => item.room === room && !closed.includes(item.id));
    const tabs = [...items.filter(({ isDoor }) => isDoor), ...items.filter(({ isDoor }) => !isDoor)].map(
      ({ id, segment, also = [] }) => ({
        id,
        segment,
        also,
        label: translate(`navItems.${id}`),
        count: counts[id],
      }),
    );
    return tabs.length === 0 ? [] : [{ id: room, label: translate(`rooms.${room}`), tabs }];
  });
}
