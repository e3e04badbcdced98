import { useLocale, useTranslations } from "next-intl";
import type { Option } from "@/components/ui/text-input";
import { TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import type { CallQuery } from "@/lib/features/telephone/schema";
import { formatDay } from "@/lib/i18n/format";

type JudgedFactsProps = { query: CallQuery; clients: readonly Option[]; countries: readonly Option[] };

const OF_ANSWERS = ["yes", "no"];
/** The instant is said by the judgement itself. */
const OF_THE_INSTANT = ["on", "time"];

/** Facts by which a call was judged, for paper alone, which has no form: a judgement without them proves nothing. */
export function JudgedFacts({ query, ...named }: JudgedFactsProps) {
  const t = useTranslations("telephone.call");
  const wordsOf = useFactWords(named);
  const stated = Object.entries(query).filter(
    ([name, value]) => value !== "" && !OF_THE_INSTANT.includes(name),
  );
  return (
    <div className="hidden print:block">
      <h3>{t("stated")}</h3>
      {stated.length === 0 ? (
        <p>{t("unknown")}</p>
      ) : (
        <dl>
          {stated.map(([name, value]) => (
            <div key={name} className="field two">
              <dt>{t(`labels.${name as keyof CallQuery}`)}</dt>
              <dd>
                <bdi>{wordsOf(name, value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function useFactWords({ clients, countries }: Omit<JudgedFactsProps, "query">) {
  const t = useTranslations("telephone");
  const locale = useLocale();
  return (name: string, value: string): string => {
    const labelled = [...clients, ...countries].find((option) => option.value === value)?.label;
    const territory = TERRITORIES.find((code) => code === value);
    if (name === "territory" && territory) return t(`territories.${territory}`);
    if (name === "client" || name === "territory") return labelled ?? value;
    if (/On$|Until$/.test(name)) return formatDay(value, locale);
    if (name === "attempts") return value;
    if (OF_ANSWERS.includes(value)) return t(`call.options.answer.${value as "yes" | "no"}`);
    return t(`call.options.${name}.${value}` as never);
  };
}
