import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { AsOfForm } from "./as-of-form";

/** Behind a button of the tools. */
export function AsOfTool(props: ComponentProps<typeof AsOfForm>) {
  const t = useTranslations("history.asOf");
  const face = (
    <>
      <Icon of={CalendarClock} small />
      {t("tool")}
    </>
  );
  return (
    <Disclosure className="relative flex-none print:hidden" summary={face} summaryClassName="btn bare">
      <div className="panel absolute start-0 top-full z-40 w-80 max-w-[calc(100vw-40px)] px-4 pb-4 min-[901px]:start-auto min-[901px]:end-0">
        <AsOfForm {...props} />
      </div>
    </Disclosure>
  );
}
