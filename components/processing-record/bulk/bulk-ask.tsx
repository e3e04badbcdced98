import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { Previewed } from "./previewed";
import { listSearch } from "@/components/processing-record/list/list-address";
import type { MeasureChoice } from "@/components/processing-record/sheet/measure-choices";
import { BulkMeasures } from "./bulk-measures";

type BulkAskProps = {
  /** Action of the preview. */
  action: string;
  preview: Previewed;
  choices?: readonly MeasureChoice[];
  libraryHref?: string;
};

/** Uses a GET form whose answer is the preview. */
export function BulkAsk({ action, preview, choices = [], libraryHref = "" }: BulkAskProps) {
  const t = useTranslations("bulk");
  const { act, of, ids, query, day, fault, today, measureIds } = preview;
  const reason = fault && !(fault.key === "nothingTicked") ? t(`faults.${fault.key}`) : undefined;
  return (
    <Line>
      <form action={action} key={`${day}${measureIds.join()}`}>
        {[...new URLSearchParams(listSearch(query))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="act" value={act} />
        {of === "all" && <input type="hidden" name="of" value="all" />}
        {of === "chosen" && ids.map((id) => <input key={id} type="hidden" name="id" value={id} />)}
        {act === "measures" ? (
          <Words of={["measure"]}>
            <BulkMeasures
              ticked={measureIds}
              label={t("fields.measureIds")}
              hint={t("hints.measureIds")}
              choices={choices.filter(({ isRetired }) => !isRetired)}
              libraryHref={libraryHref}
            />
          </Words>
        ) : act === "links" ? null : (
          <TextInput
            name="day"
            type="date"
            max={today}
            narrow
            required
            label={t(`fields.day.${act}`)}
            hint={t("hints.day")}
            error={reason}
            defaultValue={day}
          />
        )}
        <div className="form-end">
          <Button type="submit">{t("preview")}</Button>
        </div>
      </form>
    </Line>
  );
}
