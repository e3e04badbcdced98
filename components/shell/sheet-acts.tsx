import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { ActLink, placeOfAct, type ActName } from "@/components/ui/act-link";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";

/** An act that other nouns have too, by its name; one that this noun alone has, with its own words. */
type Act = { of: ActName; href: string } | { key: string; act: ReactNode };
type SheetActsProps = {
  /** The next act by the state of the sheet, in the tone `go`. */
  primary?: ReactNode;
  /**
   * Shown beside the primary act where there is one; several are in a menu that needs no JavaScript. Their order is the
   * same on every sheet.
   */
  others: readonly (Act | false)[];
};

export function SheetActs({ primary, others }: SheetActsProps) {
  const t = useTranslations("ui");
  const offered = others.filter((act) => act !== false);
  const placed = offered.toSorted((one, other) => placeOfAct(nameOf(one)) - placeOfAct(nameOf(other)));
  const tone = placed.length > 1 ? "bare" : undefined;
  const shown = placed.map((act) =>
    "of" in act ? (
      <ActLink key={act.of} of={act.of} href={act.href} tone={tone} />
    ) : (
      <Fragment key={act.key}>{act.act}</Fragment>
    ),
  );
  return (
    <>
      {shown.length === 1 && shown}
      {primary}
      {shown.length > 1 && (
        <Disclosure
          className="drop down sheet-acts"
          summaryClassName="btn"
          summary={
            <>
              {t("otherActs")}
              <Icon of={ChevronDown} small />
            </>
          }
        >
          <div className="panel menu">{shown}</div>
        </Disclosure>
      )}
    </>
  );
}

function nameOf(act: Act): string {
  return "of" in act ? act.of : act.key;
}
