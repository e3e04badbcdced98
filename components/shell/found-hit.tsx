import { useTranslations } from "next-intl";
import type { Hit } from "@/lib/domain/search/found";

/** Shows a row that was found, in the palette and on the page of the search alike. */
export function FoundHit({ hit: { reference, name, aside, mark, where } }: { hit: Hit }) {
  const t = useTranslations("shell.palette");
  return (
    <>
      {reference && (
        <>
          <bdi className="ref">{reference}</bdi>{" "}
        </>
      )}
      <bdi>{name}</bdi>
      {(aside || mark) && (
        <span className="aside">
          {mark && t(`marks.${mark}`)} <bdi>{aside}</bdi>
        </span>
      )}
      {where && (
        <span className="aside where">
          {where.field && <>{t("where", { field: where.field })} </>}
          <bdi>{where.text}</bdi>
        </span>
      )}
    </>
  );
}
