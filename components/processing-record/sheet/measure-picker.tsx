"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState, type ComponentProps, type FormEvent, type KeyboardEvent } from "react";
import { useScripted } from "@/components/ui/use-scripted";
import { Checkbox } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { Status } from "@/components/ui/status";
import { findMeasures, groupByFamily, type MeasureChoice } from "./measure-choices";

type PickingForm = {
  valueOf: (path: string) => unknown;
  choice: (name: string) => ComponentProps<"input"> & { error?: string };
};

type MeasurePickerProps = {
  form: PickingForm;
  label: string;
  hint?: string;
  choices: readonly MeasureChoice[];
  /** Path of the measure library. */
  libraryHref: string;
};

/**
 * Boxes by family. With JavaScript they are searchable, moved by arrow keys and filtered; a hidden box retains its
 * tick.
 */
export function MeasurePicker({ form, label, hint, choices, libraryHref }: MeasurePickerProps) {
  const t = useTranslations("measure.picker");
  const before = [form.valueOf("measureIds")].flat();
  const [ticked, setTicked] = useState(() => new Set(before.filter((id) => typeof id === "string")));
  const [search, setSearch] = useState("");
  const [isTickedOnly, setTickedOnly] = useState(false);
  const isScripted = useScripted();
  const { error, ...registered } = form.choice("measureIds");
  if (choices.length === 0)
    return (
      <FieldGroup id="measureIds" label={label}>
        <p className="muted">
          {t("empty")} <Link href={libraryHref}>{t("emptyLink")}</Link>
        </p>
      </FieldGroup>
    );
  const shown = new Set(
    findMeasures(choices, search)
      .filter(({ id }) => !isTickedOnly || ticked.has(id))
      .map(({ id }) => id),
  );
  const onChange = ({ currentTarget }: FormEvent<HTMLElement>) => setTicked(tickedIn(currentTarget));
  return (
    <FieldGroup id="measureIds" label={label} hint={hint} error={error}>
      <div className="picker">
        {isScripted && (
          <div className="tools">
            <input
              type="search"
              className="inp"
              value={search}
              aria-label={t("search")}
              placeholder={t("search")}
              onChange={(event) => setSearch(event.target.value)}
              onKeyDown={onSearchKey}
            />
            <label className="check">
              <input
                type="checkbox"
                className="box"
                checked={isTickedOnly}
                onChange={(event) => setTickedOnly(event.target.checked)}
              />
              <span>{t("onlyTicked")}</span>
            </label>
            <span className="muted" role="status">
              {t("ticked", { count: ticked.size, total: choices.length })}
            </span>
          </div>
        )}
        <div className="choices-list" onChange={onChange} onKeyDown={onListKey}>
          {groupByFamily(choices).map(({ family, choices: group }) => (
            <fieldset key={family} hidden={!group.some(({ id }) => shown.has(id))}>
              <legend>{family}</legend>
              {group.map((choice) => (
                <div key={choice.id} hidden={!shown.has(choice.id)}>
                  <Checkbox
                    {...registered}
                    id={`measureIds-${choice.id}`}
                    value={choice.id}
                    defaultChecked={before.includes(choice.id)}
                    label={<Named choice={choice} />}
                  />
                </div>
              ))}
            </fieldset>
          ))}
          {shown.size === 0 && <p className="muted">{t("nothing")}</p>}
        </div>
      </div>
    </FieldGroup>
  );
}

function Named({ choice }: { choice: MeasureChoice }) {
  const t = useTranslations("measure.picker");
  return (
    <>
      <bdi className="faint">{choice.reference}</bdi> {choice.title}
      {choice.isRetired && (
        <>
          {" "}
          <Status kind="warn">{t("retired")}</Status>
        </>
      )}
    </>
  );
}

function tickedIn(list: HTMLElement): Set<string> {
  const boxes = [...list.querySelectorAll<HTMLInputElement>("input[name=measureIds]")];
  return new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value));
}

/** Enter filters and must not submit the form; Down moves to the first result. */
function onSearchKey(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === "Enter") event.preventDefault();
  if (event.key !== "ArrowDown") return;
  event.preventDefault();
  const list = event.currentTarget.closest(".picker")?.querySelector<HTMLElement>(".choices-list");
  if (list) visibleBoxes(list)[0]?.focus();
}

/** Arrows move between visible boxes; Space ticks. */
function onListKey(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const boxes = visibleBoxes(event.currentTarget);
  const at = boxes.indexOf(event.target as HTMLInputElement);
  const next = boxes[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

function visibleBoxes(list: HTMLElement): HTMLInputElement[] {
  return [...list.querySelectorAll<HTMLInputElement>("input[name=measureIds]")].filter(
    (box) => box.closest("[hidden]") === null,
  );
}
