import { useLocale } from "next-intl";
import { Fragment } from "react";
import { COMMA } from "@/lib/i18n/format";

/** Parts of one line, each in its own direction: an address in French stays whole inside an Arabic line. */
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
