import {
  ArrowLeftRight,
  BookText,
  Download,
  FileSignature,
  Files,
  Hand,
  House,
  MessageSquareQuote,
  MessagesSquare,
  Network,
  NotebookText,
  PhoneOutgoing,
  Siren,
  Stamp,
  UserRound,
  type LucideIcon,
} from "lucide-react";

/** Each item needs a word under `portal.navItems`. */
export const PORTAL_NAV_ITEMS = [
  { id: "home", segment: "", icon: House },
  { id: "requests", segment: "/requests", icon: Stamp },
  { id: "rights-requests", segment: "/rights-requests", icon: Hand },
  { id: "notices", segment: "/notices", icon: Siren },
  { id: "records", segment: "/records", icon: BookText },
  { id: "contracts", segment: "/contracts", icon: FileSignature },
  { id: "instructions", segment: "/instructions", icon: MessageSquareQuote },
  { id: "scripts", segment: "/scripts", icon: NotebookText },
  { id: "telephone", segment: "/telephone", icon: PhoneOutgoing },
  { id: "sub-processors", segment: "/sub-processors", icon: Network },
  { id: "transfers", segment: "/transfers", icon: ArrowLeftRight },
  { id: "documents", segment: "/documents", icon: Files },
  { id: "threads", segment: "/threads", icon: MessagesSquare },
  { id: "extract", segment: "/extract", icon: Download },
  { id: "me", segment: "/me", icon: UserRound },
] as const satisfies readonly { id: string; segment: string; icon: LucideIcon }[];

export type PortalNavItem = (typeof PORTAL_NAV_ITEMS)[number]["id"];

export function portalHref(contact: string, segment: string): string {
  return `/portal/${contact}${segment}`;
}
