import {
  BookOpenText,
  Building2,
  FileCheck2,
  Hand,
  Network,
  PhoneOutgoing,
  Settings,
  ShieldCheck,
  Siren,
  Sun,
  type LucideIcon,
} from "lucide-react";
import type { Room } from "@/lib/domain/nouns/rooms";

export const ROOM_ICONS: Record<Room, LucideIcon> = {
  today: Sun,
  register: BookOpenText,
  clients: Building2,
  "sub-processing": Network,
  security: ShieldCheck,
  breaches: Siren,
  rights: Hand,
  telephone: PhoneOutgoing,
  proofs: FileCheck2,
  settings: Settings,
};
