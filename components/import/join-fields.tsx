"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { fieldAria } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import type { ImportControllers } from "@/lib/features/import/loaders";
import { JOIN_LIST, joinOptions } from "./join-options";
import { useTypedJoin } from "./refused-fields";

type Entry = ImportControllers[number];
type JoinProps = { entry: Entry; spelling: string; name: string };

/** Searches by part of a name; an empty field leaves the spelling separate. */
export function JoinSearch({ entry, spelling, name }: JoinProps) {
  const t = useTranslations("import-page");
  const { to, error } = useTypedJoin()(spelling);
  return (
    <span>
      <input
        key={to}
        id={name}
        name={name}
        defaultValue={to ?? entry.name}
        list={JOIN_LIST}
        className="inp"
        dir="auto"
        autoComplete="off"
        placeholder={t("names.apart")}
        aria-label={t("names.joinOf", { spelling })}
        {...fieldAria(name, { error })}
      />
      <JoinError name={name} error={error} />
    </span>
  );
}

type JoinSelectProps = JoinProps & {
  controllers: ImportControllers;
  known: readonly { key: string; legalName: string }[];
};

export function JoinSelect({ entry, spelling, controllers, known, name }: JoinSelectProps) {
  const t = useTranslations("import-page");
  const { to, error } = useTypedJoin()(spelling);
  const { choices, apart } = joinOptions(entry, spelling, controllers, known);
  return (
    <span>
      <span className="select">
        <select
          // A list that is on the screen ignores another beginning: React makes it anew.
          key={to}
          id={name}
          name={name}
          defaultValue={to ?? entry.key}
          className="inp"
          aria-label={t("names.joinOf", { spelling })}
          {...fieldAria(name, { error })}
        >
          {choices.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {choice.name}
            </option>
          ))}
          {apart && <option value={apart}>{t("names.apart")}</option>}
        </select>
        <Icon of={ChevronDown} small />
      </span>
      <JoinError name={name} error={error} />
    </span>
  );
}

function JoinError({ name, error }: { name: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <small className="reason" id={`${name}-error`}>
      {error}
    </small>
  );
}
