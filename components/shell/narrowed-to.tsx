import Link from "next/link";
import { useTranslations } from "next-intl";

type NarrowedToProps = {
  /** The party of the address; its name is "" where it is gone. */
  to: { name: string } | null | undefined;
  /** The list without this filter; its other filters stay. */
  widenHref: string;
};

/** Names the party that narrows a list, or says that it is gone, with the way back to all. */
export function NarrowedTo({ to, widenHref }: NarrowedToProps) {
  const t = useTranslations("party-parts");
  if (!to) return null;
  return (
    <p className="mt-2">
      {to.name ? t("narrowed", { name: to.name }) : t("narrowedToNone")}{" "}
      <Link href={widenHref} prefetch={false}>
        {t("widen")}
      </Link>
    </p>
  );
}
