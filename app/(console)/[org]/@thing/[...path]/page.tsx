import { getTranslations } from "next-intl/server";
import { placeOfRow, rowAt } from "@/components/shell/row-at";
import { loadRowName } from "@/lib/features/assignment/loaders";

type ThingProps = { params: Promise<{ org: string; path: string[] }> };

/** Names in the breadcrumbs the row on whose pages an address stands; a row that is not found by what it is. */
export default async function Thing({ params }: ThingProps) {
  const { org, path } = await params;
  const row = rowAt(`/${org}/${path.join("/")}`);
  if (!row) return null;
  const [name, t] = await Promise.all([loadRowName(org, row), getTranslations("shell.places")]);
  if (!name) return t(placeOfRow(row.noun));
  return (
    <span className="thing" dir="auto" title={name}>
      {name}
    </span>
  );
}
