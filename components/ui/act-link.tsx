import {
  Archive,
  CalendarClock,
  DoorOpen,
  Download,
  ListX,
  Pencil,
  RotateCcw,
  Upload,
  UserMinus,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton, type ButtonTone } from "./button";

/** Acts that several nouns have, with their icons, in the order of a head: what takes away is last. */
const ICONS = {
  import: Upload,
  export: Download,
  edit: Pencil,
  state: CalendarClock,
  reopen: RotateCcw,
  archive: Archive,
  retire: ListX,
  remove: UserMinus,
  leave: DoorOpen,
} as const satisfies Record<string, LucideIcon>;

export type ActName = keyof typeof ICONS;

const ORDER = Object.keys(ICONS);
/** Excludes what can be restored: an archived client, a retired measure. */
const IRREVERSIBLE: ReadonlySet<string> = new Set<ActName>(["remove", "leave"]);

type ActLinkProps = { of: ActName; href: string; tone?: ButtonTone };

/** The door to an act, with one word, one icon and one colour whatever the noun. */
export function ActLink({ of, href, tone }: ActLinkProps) {
  const t = useTranslations("ui.acts");
  return (
    <LinkButton tone={IRREVERSIBLE.has(of) ? "irreversible" : tone} icon={ICONS[of]} href={href}>
      {t(of)}
    </LinkButton>
  );
}

/** Puts an act that one noun alone has after those that change and before those that take away. */
export function placeOfAct(name: string): number {
  const place = ORDER.indexOf(name);
  return place === -1 ? ORDER.indexOf("archive") - 0.5 : place;
}
