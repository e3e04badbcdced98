import { useTranslations } from "next-intl";
import type { loadMinors } from "@/lib/features/minor/loaders";

type AgeTableProps = {
  ages: Awaited<ReturnType<typeof loadMinors>>["ages"];
  nameOf: (country: string) => string;
};

/** Age of each state, with one that is announced. */
export function AgeTable({ ages, nameOf }: AgeTableProps) {
  const t = useTranslations("minor.ages");
  return (
    <table className="stacked">
      <caption className="sr">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("country")}</th>
          <th scope="col">{t("age")}</th>
          <th scope="col">{t("announced")}</th>
        </tr>
      </thead>
      <tbody>
        {ages.map(({ country, age, pending }) => (
          <tr key={country}>
            <th scope="row">{nameOf(country)}</th>
            <td data-of={t("age")}>{age === null ? t("none") : t("years", { age })}</td>
            <td data-of={t("announced")}>{pending !== null && t("pending", { age: pending })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
