"use client";

import { ChevronDown } from "lucide-react";
import { Icon } from "@/components/ui/icon";

export type TargetGroup = { label: string; options: readonly { value: string; label: string }[] };

type TargetSelectProps = {
  target: string;
  label: string;
  /** Shared by all columns, so that the page carries them once. */
  groups: readonly TargetGroup[];
};

/** Lists the first group without a heading. */
export function TargetSelect({ target, label, groups: [first, ...others] }: TargetSelectProps) {
  return (
    <span className="select">
      <select name="columns" defaultValue={target} className="inp" aria-label={label}>
        <Options of={first} />
        {others.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options of={group} />
          </optgroup>
        ))}
      </select>
      <Icon of={ChevronDown} small />
    </span>
  );
}

function Options({ of }: { of: TargetGroup | undefined }) {
  return of?.options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
