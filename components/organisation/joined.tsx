import { useLocale } from "next-intl";
import { Fragment } from "react";
import { COMMA } from "@/lib/i18n/format";

/** Isolates each part's direction: a French address remains intact in an Arabic line. */
export function Joined({ of: parts }: { of: readonly (string | false)[] }) {
  const comma = COMMA[useLocale()];
  const stated = parts.filter((part) => part !== "" && part !== false);
  return stated.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && comma}
      <bdi>{part}</bdi>
    </Fragment>
  ));
}
