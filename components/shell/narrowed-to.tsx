import Link from "next/link";
import { useTranslations } from "next-intl";

/** Names the party that narrows a list, with the way back to all. */
export function NarrowedTo({ path, to }: { path: string; to: { name: string } | null | undefined }) {
  const t = useTranslations("party-parts");
  if (!to) return null;
  return (
    <p className="mt-2">
      {t("narrowed", { name: to.name || t("unknown") })}{" "}
      <Link href={path} prefetch={false}>
        {t("widen")}
      </Link>
    </p>
  );
}
