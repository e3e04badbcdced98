"use client";

import { Fragment, type ComponentProps, type ComponentType, type ReactNode } from "react";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { FlatConflict } from "./flat-conflict";
import { FormProvider } from "./form-context";
import { FormNotice } from "./form-notice";

type FlatFormProps = Omit<ComponentProps<typeof FlatConflict>, "besides" | "theirsHref"> & {
  /** Hidden fields that identify the saved object; null for a new one, which has no conflicts. */
  saved: Readonly<Record<string, string>> | null;
  back: string;
  act: string;
  /** Another button of the form, after the first: what it sends beside the fields is its own. */
  otherAct?: ReactNode;
  cancel: string;
  /** `id` for controls outside the form element. */
  id?: string;
  /** Wraps the parts before and after the fields. */
  around?: ComponentType<{ children: ReactNode }>;
  children: ReactNode;
};

export function FlatForm({
  form,
  saved,
  back,
  act,
  otherAct,
  cancel,
  id,
  around: Around = Fragment,
  children,
  ...conflict
}: FlatFormProps) {
  return (
    <FormProvider value={form}>
      <Around>
        <FormNotice {...form.notice} />
        <FlatConflict {...conflict} form={form} besides={saved ?? {}} theirsHref={back} />
      </Around>
      <form key={`${form.key} ${form.hidden.version}`} {...form.props} id={id} hidden={form.isAside}>
        {saved && (
          <>
            {Object.entries(saved).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <input type="hidden" name="version" value={form.hidden.version} />
            <input type="hidden" name="base" value={form.hidden.base} />
          </>
        )}
        {children}
        <Around>
          <div className="form-end">
            <SubmitButton pending={form.pending}>{act}</SubmitButton>
            {otherAct}
            <LinkButton href={back}>{cancel}</LinkButton>
          </div>
        </Around>
      </form>
    </FormProvider>
  );
}
