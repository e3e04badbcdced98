import { useTranslations } from "next-intl";
import { shortenCodes } from "./gap-codes";
import { Status } from "./status";

/** A closed record passes its own words as `none`. */
export function GapBadge({
  count,
  codes = [],
  none,
}: {
  count: number;
  codes?: readonly string[];
  none?: string;
}) {
  const t = useTranslations("ui");
  if (count === 0) return <Status kind="ok">{none ?? t("complete")}</Status>;
  return (
    <>
      <Status kind="warn">{t("gaps", { count })}</Status>
      {codes.length > 0 && (
        <span className="codes">
          <bdi>{shortenCodes(codes)}</bdi>
        </span>
      )}
    </>
  );
}
