"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState, type ComponentProps, type ReactNode } from "react";
import { bindAction } from "@/components/form/bind-action";
import { ConflictPanel, type Conflict, type Side } from "@/components/form/conflict";
import { useScripted } from "@/components/ui/use-scripted";
import { FormNotice } from "@/components/form/form-notice";
import { toFormData, valueAt } from "@/components/form/form-paths";
import { joinTexts, mergeTexts, readBase } from "@/components/form/three-way-merge";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import type { Option } from "@/components/ui/text-input";
import type { RecordSection } from "@/lib/domain/processing-record/sections";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { saveSection } from "@/lib/features/processing-record/actions";
import { sectionSchemas } from "@/lib/features/processing-record/schema";
import { formatControl } from "./field-texts";
import type { LinkPick } from "./link-pick";
import type { ProcedurePick } from "./procedure-select";
import { recordHref } from "./record-address";
import { SectionControls } from "./section-controls";
import {
  MERGED_LISTS,
  SECTION_CONTROLS,
  sectionValues,
  type SectionFormValues,
  type SectionSource,
} from "./section-values";
import { useFieldLabel, useSectionTitle } from "./use-record-label";
import { useTranslate } from "./use-translate";
import type { SubProcessorPick } from "./sub-processor-pick";
import { useUseRefusal } from "./use-requirement-issues";

export type SectionFormProps = {
  org: string;
  id: string;
  capacity: Capacity;
  section: RecordSection;
  version: number;
  initial: SectionFormValues;
  controllers: readonly { id: string; legalName: string }[];
  countries: readonly Option[];
  measures?: ComponentProps<typeof SectionControls>["measures"];
  subProcessors?: SubProcessorPick;
  links?: LinkPick;
  procedures?: ProcedurePick;
  notes: Partial<Record<string, ReactNode>>;
};

/** Values and version at the first render: a refresh must not move the base of a conflict. */
export function SectionForm({ org, id, capacity, section, ...props }: SectionFormProps) {
  const t = useTranslations("record");
  const translate = useTranslate();
  const label = useFieldLabel(capacity);
  const title = useSectionTitle(capacity)(section);
  const [{ version, initial }] = useState({ version: props.version, initial: props.initial });
  const form = useServerForm({
    action: bindAction(saveSection, org),
    schema: sectionSchemas[section],
    initial,
    labelOf: (path) => labelOfControl(path, { t, label }),
    describeIssue: useUseRefusal(),
  });
  const isScripted = useScripted();
  const conflict = form.state.status === "conflict" ? form.state : undefined;
  const resolution = conflict && readConflict(section, conflict);
  const hidden = resolution
    ? { version: conflict.version, base: JSON.stringify(resolution.theirs) }
    : { version: form.valueOf("version") ?? version, base: form.valueOf("base") ?? JSON.stringify(initial) };
  const merge = (stored: Record<string, Side>) => {
    if (!resolution) return;
    const merged = mergeTexts(SECTION_CONTROLS[section], resolution, stored, MERGED_LISTS);
    form.send(toFormData({ ...merged, id, section, ...hidden }));
  };
  const context = {
    t: translate,
    controllers: props.controllers,
    measures: props.measures?.choices,
    ...props.subProcessors,
    ...props.links,
    procedures: props.procedures?.procedures,
  };
  const describeBoth = (name: string, writings: ReturnType<typeof readConflict>) => {
    const joined = joinTexts(name, writings, MERGED_LISTS);
    return joined === undefined ? undefined : formatControl(name, joined, context);
  };
  const valueOf = (path: string) =>
    resolution ? valueAt(mergeTexts(SECTION_CONTROLS[section], resolution), path) : form.valueOf(path);
  return (
    <>
      {resolution && (
        <ConflictPanel
          conflict={conflict}
          subject={title}
          pending={form.pending}
          onMerge={merge}
          theirsHref={recordHref({ org, id, capacity })}
          fields={SECTION_CONTROLS[section].map((name) => ({
            name,
            label: labelOfControl(name, { t, label }) ?? name,
            base: formatControl(name, resolution.base[name], context),
            yours: formatControl(name, resolution.yours[name], context),
            theirs: formatControl(name, resolution.theirs[name], context),
            both: describeBoth(name, resolution),
          }))}
        />
      )}
      <form
        key={`${form.key} ${String(hidden.version)}`}
        {...form.props}
        hidden={resolution !== undefined && isScripted}
      >
        <FormNotice {...form.notice} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="version" value={String(hidden.version)} />
        <input type="hidden" name="base" value={String(hidden.base)} />
        <SectionControls
          section={section}
          capacity={capacity}
          form={{ ...form, valueOf }}
          controllers={props.controllers}
          countries={props.countries}
          measures={props.measures}
          subProcessors={props.subProcessors}
          links={props.links}
          procedures={props.procedures}
          notes={props.notes}
        />
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t(`form.saves.${section}`)}</SubmitButton>
          <Link className="btn" href={`${recordHref({ org, id, capacity })}#${section}`} prefetch={false}>
            {t("form.cancel")}
          </Link>
        </div>
      </form>
    </>
  );
}

/** Reads the base from the form itself. */
function readConflict(section: RecordSection, { current, values }: Conflict) {
  return {
    base: readBase(values),
    yours: values,
    theirs: sectionValues(section, current as SectionSource),
  };
}

/** Example: "destinations.1.country" → "Pays"; parts of a row have labels of their own. */
function labelOfControl(
  path: string,
  {
    t,
    label,
  }: { t: { (key: string): string; has: (key: string) => boolean }; label: (field: string) => string },
) {
  const [field = "", , part] = path.split(".");
  if (field === "reference") return t("form.reference");
  if (field === "controllerId") return t("fields.controller");
  if (field === "contractReference") return t("form.contractWords");
  if (!part) return t.has(`fields.${field}`) ? label(field) : undefined;
  const key = `${field === "subProcessors" ? "subProcessor" : "destination"}.${part}`;
  return t.has(key) ? t(key) : undefined;
}
