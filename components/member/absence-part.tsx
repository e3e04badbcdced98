import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import type { loadMember } from "@/lib/features/member/loaders";
import { formatDay } from "@/lib/i18n/format";
import { AbsenceEndForm } from "./absence-end-form";
import { AbsenceForm } from "./absence-form";

type Loaded = Awaited<ReturnType<typeof loadMember>>;

/** Shows when a member is away and who stands in: the member's own word, or an owner's. */
export function AbsencePart({ org, id, of }: { org: string; id: string; of: Loaded["absence"] }) {
  const t = useTranslations("member");
  const locale = useLocale();
  const { last, today, substitutes, mayTell } = of;
  const isSet = last !== null && last.fromOn !== "";
  const isAhead = isSet && last.untilOn >= today;
  const days = isSet && {
    from: formatDay(last.fromOn, locale),
    until: formatDay(last.untilOn, locale),
    name: last.substituteName,
  };
  return (
    <Part id="absence" title={t("absence.title")}>
      <p className="pt-3">
        {!days ? t("absence.none") : isAhead ? t("absence.is", days) : t("absence.over", days)}
      </p>
      {mayTell && (
        <Words of={["form", "member"]}>
          <AbsenceForm
            key={last?.id ?? ""}
            org={org}
            id={id}
            seen={last?.id ?? ""}
            today={today}
            substitutes={substitutes}
            initial={
              isAhead
                ? { fromOn: last.fromOn, untilOn: last.untilOn, substitute: last.substituteId ?? "" }
                : { fromOn: "", untilOn: "", substitute: "" }
            }
          />
          {isAhead && <AbsenceEndForm org={org} id={id} seen={last.id} />}
        </Words>
      )}
    </Part>
  );
}
