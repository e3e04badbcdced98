import type { ChoiceAct } from "@/lib/domain/choice/choices";
import type { Power } from "@/lib/domain/minor/authorisation";
import { todayIn } from "@/lib/domain/time/zones";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

type Stated = {
  act: ChoiceAct;
  purpose: string;
  country: string;
  power: Power;
  agreedAt: number;
  validUntil: string | null;
  bornYear: string | null;
  processor: { name: string };
  controller: { name: string };
};

/** Words that a holder of parental responsibility is shown and declares, whose hash is the proof of the answer. */
export async function parentalStatement(asked: Stated, locale: Locale): Promise<string> {
  const t = await translator(locale, "parent");
  const countries = await translator(locale, "countries");
  const day = (value: string) => formatDay(value, locale, { long: true });
  return [
    t(`subjects.${asked.act}`, {
      controller: asked.controller.name,
      country: asked.country === "" ? t("everyCountry") : countries(asked.country),
    }),
    t("purpose", { purpose: asked.purpose || t("everyPurpose") }),
    t("child", {
      year: asked.bornYear ?? "unknown",
      day: day(todayIn("Europe/Paris", asked.agreedAt)),
    }),
    asked.validUntil === null ? t("noEnd") : t("until", { day: day(asked.validUntil) }),
  ].join(" ");
}
