import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { formatList } from "@/lib/i18n/format";

/** Says that the instruction being executed does not hold today, and why: nothing more of it is done, 28(3)(a). */
export function HeldInstruction({ org, it }: { org: string; it: LoadedRequest }) {
  const t = useTranslations("rights-request.heldInstruction");
  const words = useTranslations("form.instructions.reasons");
  const locale = useLocale();
  if (it.heldInstruction === null) return null;
  const { id, number, refusals } = it.heldInstruction;
  const reasons = formatList(
    refusals.map((refusal) => words(refusal)),
    locale,
  );
  return (
    <Line>
      <p role="status" className="my-3">
        <Status kind="late">{t("mark")}</Status>{" "}
        <Link href={`/${org}/instructions/${id}`} prefetch={false}>
          {number}
        </Link>{" "}
        {t("text", { reasons })}
      </p>
    </Line>
  );
}
