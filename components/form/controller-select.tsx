"use client";

import Link from "next/link";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select } from "@/components/ui/text-input";

type ControllerSelectProps = ComponentProps<typeof Select> & { isNone?: boolean };

/** Choice of a controller; where there is none yet, it says so and offers to add one. `isNone` where a choice of all is listed. */
export function ControllerSelect(props: ControllerSelectProps) {
  const { org } = useParams<{ org: string }>();
  return <ControllerSelectOf org={org} {...props} />;
}

/** Shows the same for an organisation that is given, so that no route is needed. `org` is its slug. */
export function ControllerSelectOf({ org, isNone, ...props }: ControllerSelectProps & { org: string }) {
  const t = useTranslations("form.controllers");
  if (!(isNone ?? (props.options ?? []).length === 0)) return <Select {...props} />;
  const add = (
    <>
      {t("none")}{" "}
      <Link href={`/${org}/controllers/new`} prefetch={false}>
        {t("add")}
      </Link>
    </>
  );
  return <Select {...props} hint={add} />;
}
