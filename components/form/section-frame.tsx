"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { FlatForm } from "./flat-form";
import type { FormValues } from "./form-paths";
import { useFlatForm } from "./use-flat-form";
import { useNounIssues } from "./use-noun-issues";

type SectionFrameProps = Pick<Parameters<typeof useFlatForm>[0], "action" | "schema" | "asTyped"> &
  Pick<ComponentProps<typeof FlatForm>, "saved" | "back"> & {
    /** Messages of this noun name the acts and the refusals. */
    noun: string;
    loaded: { reference: string; version: number; values: FormValues };
    /** Labels of the section's fields, and how each is read in a conflict. */
    words: Pick<ComponentProps<typeof FlatForm>, "labels" | "read">;
    children: ReactNode;
  };

/** Form of one section of a versioned document, whatever the noun: its fields are the children. */
export function SectionFrame({
  noun,
  loaded: { reference, version, values },
  words,
  saved,
  back,
  children,
  ...asked
}: SectionFrameProps) {
  const t = useTranslations(noun);
  const { labels } = words;
  const form = useFlatForm({
    ...asked,
    names: Object.keys(labels),
    initial: values,
    version,
    labelOf: (path) => labels[path.replace(/[.].*/, "")],
    describeIssue: useNounIssues(noun),
  });
  const acts = { act: t("save"), cancel: t("cancel") };
  return (
    <FlatForm form={form} subject={reference} {...words} {...acts} saved={saved} back={back}>
      {children}
    </FlatForm>
  );
}
