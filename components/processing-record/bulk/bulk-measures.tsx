"use client";

import { MeasurePicker } from "@/components/processing-record/sheet/measure-picker";
import type { MeasureChoice } from "@/components/processing-record/sheet/measure-choices";

type BulkMeasuresProps = {
  ticked: readonly string[];
  label: string;
  hint: string;
  choices: readonly MeasureChoice[];
  libraryHref: string;
};

export function BulkMeasures({ ticked, ...rest }: BulkMeasuresProps) {
  const form = { valueOf: () => ticked, choice: (name: string) => ({ name, error: undefined }) };
  return <MeasurePicker form={form} {...rest} />;
}
