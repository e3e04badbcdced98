import { BookOpenText, Building2, Landmark, ScrollText, Sun, type LucideIcon } from "lucide-react";

export type RoomId = "today" | "records" | "controllers" | "journal" | "organisation";
export type RoomGroup = "keep" | "answer" | "prove";

/** The rooms that exist, in the order of the rail. A new one is a line here and a word in shell.json. */
export const ROOMS: readonly { id: RoomId; group?: RoomGroup; icon: LucideIcon; segment: string }[] = [
  { id: "today", icon: Sun, segment: "" },
  { id: "records", group: "keep", icon: BookOpenText, segment: "/records" },
  { id: "controllers", group: "keep", icon: Building2, segment: "/controllers" },
  { id: "journal", group: "prove", icon: ScrollText, segment: "/journal" },
  { id: "organisation", group: "prove", icon: Landmark, segment: "/organisation" },
];

export function roomHref(orgSlug: string, segment: string): string {
  return `/${orgSlug}${segment}`;
}

/** The room an address stands in: "/nejma/records/import" → "records". */
export function roomOf(pathname: string): RoomId {
  const segment = pathname.split("/")[2];
  return ROOMS.find((room) => room.segment === `/${segment}`)?.id ?? "today";
}
