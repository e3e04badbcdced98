import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";

type Act = { key: string; act: ReactNode };
type SheetActsProps = {
  /** The next act by the state of the sheet, in the tone `go`. */
  primary: ReactNode;
  /** Shown beside the primary act where there is one; several are in a menu that needs no JavaScript. */
  others: readonly Act[];
};

export function SheetActs({ primary, others }: SheetActsProps) {
  const t = useTranslations("ui");
  const shown = others.map(({ key, act }) => <Fragment key={key}>{act}</Fragment>);
  return (
    <>
      {others.length === 1 && shown}
      {primary}
      {others.length > 1 && (
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
