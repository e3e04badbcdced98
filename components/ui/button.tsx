import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** `go` is the one primary act of a page, `bare` a quiet one, `irreversible` what cannot be undone. */
export type ButtonTone = "go" | "bare" | "irreversible";

type Look = { tone?: ButtonTone; icon?: LucideIcon; iconEnd?: LucideIcon; wide?: boolean };

export function Button({
  tone,
  icon,
  iconEnd,
  wide,
  className,
  children,
  ...rest
}: ComponentProps<"button"> & Look) {
  return (
    <button type="button" {...rest} className={classNames("btn", tone, wide && "wide", className)}>
      <Face icon={icon} iconEnd={iconEnd}>
        {children}
      </Face>
    </button>
  );
}

/** Says the verb, and says that it heard: `pending` keeps the width and refuses a second press. */
export function SubmitButton({ pending, ...rest }: ComponentProps<typeof Button> & { pending?: boolean }) {
  return <Button tone="go" {...rest} type="submit" disabled={pending || rest.disabled} aria-busy={pending} />;
}

/** Pages are fetched when they are asked for, not when their link is seen: a look may be journalled. */
export function LinkButton({
  tone,
  icon,
  iconEnd,
  wide,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link prefetch={false} {...rest} className={classNames("btn", tone, wide && "wide", className)}>
      <Face icon={icon} iconEnd={iconEnd}>
        {children}
      </Face>
    </Link>
  );
}

/** A file to take away: a plain anchor, so that the browser saves it instead of the router opening it. */
export function DownloadButton({
  tone,
  icon,
  iconEnd,
  wide,
  className,
  children,
  ...rest
}: ComponentProps<"a"> & Look) {
  return (
    <a {...rest} className={classNames("btn", tone, wide && "wide", className)}>
      <Face icon={icon} iconEnd={iconEnd}>
        {children}
      </Face>
    </a>
  );
}

function Face({ icon, iconEnd, children }: Pick<Look, "icon" | "iconEnd"> & { children: React.ReactNode }) {
  return (
    <>
      {icon && <Icon of={icon} small />}
      {children}
      {iconEnd && <Icon of={iconEnd} small />}
    </>
  );
}
