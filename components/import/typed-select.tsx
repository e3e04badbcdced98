"use client";

import type { ComponentProps } from "react";
import { Select } from "@/components/ui/text-input";
import { useTyped } from "./refused-fields";

type TypedSelectProps = ComponentProps<typeof Select> & { defaultValue: string };

/** A list that gives back what was chosen in it where its form was refused without a script. */
export function TypedSelect({ defaultValue, ...props }: TypedSelectProps) {
  const typed = useTyped()(props.name);
  // A list that is on the screen ignores another beginning: React makes it anew.
  return <Select key={typed} {...props} defaultValue={typed ?? defaultValue} />;
}
