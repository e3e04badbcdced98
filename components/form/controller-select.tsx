"use client";

import Link from "next/link";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select } from "@/components/ui/text-input";

/** Choice of a controller; where there is none yet, it says so and offers to add one. `isNone` where a choice of all is listed. */
export function ControllerSelect({ isNone, ...props }: ComponentProps<typeof Select> & { isNone?: boolean }) {
  const t = useTranslations("form.controllers");
  const { org } = useParams<{ org: string }>();
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
