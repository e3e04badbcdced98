import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { AsOfForm } from "@/components/processing-record/history/as-of-form";

/** Spans the sheet on narrow screens. */
export function AsOfTool(props: ComponentProps<typeof AsOfForm>) {
  const t = useTranslations("history.asOf");
  const face = (
    <>
      <Icon of={CalendarClock} small />
      {t("tool")}
    </>
  );
  return (
    <Disclosure className="flex-none narrow:relative print:hidden" summary={face} summaryClassName="btn bare">
      <div className="panel absolute start-5 end-4 z-40 px-4 pb-4 narrow:start-0 narrow:end-auto narrow:top-full narrow:w-80 min-[901px]:start-auto min-[901px]:end-0">
        <AsOfForm {...props} />
      </div>
    </Disclosure>
  );
}
