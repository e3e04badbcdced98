import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** `go` is the one primary act of a page, `bare` a quiet one, `irreversible` one that cannot be undone. */
export type ButtonTone = "go" | "bare" | "irreversible";

type ButtonLook = { tone?: ButtonTone; icon?: LucideIcon; iconEnd?: LucideIcon; wide?: boolean };

export function Button(props: ComponentProps<"button"> & ButtonLook) {
  return <button type="button" {...buttonProps(props)} />;
}

/** `pending` retains the width and refuses a second press. */
export function SubmitButton({ pending, ...rest }: ComponentProps<typeof Button> & { pending?: boolean }) {
  return <Button tone="go" {...rest} type="submit" disabled={pending || rest.disabled} aria-busy={pending} />;
}

/** Disables prefetch, because reading a page may be journalled. */
export function LinkButton(props: ComponentProps<typeof Link> & ButtonLook) {
  return <Link prefetch={false} {...buttonProps(props)} />;
}

/** Uses a plain anchor, because the router would try to navigate to the file. */
export function DownloadButton(props: ComponentProps<"a"> & ButtonLook) {
  return <a {...buttonProps(props)} />;
}

type ButtonProps = ButtonLook & { className?: string; children?: ReactNode };

function buttonProps<P extends ButtonProps>({ tone, icon, iconEnd, wide, className, children, ...rest }: P) {
  return {
    ...rest,
    className: classNames("btn", tone, wide && "wide", className),
    children: (
      <>
        {icon && <Icon of={icon} small />}
        {children}
        {iconEnd && <Icon of={iconEnd} small />}
      </>
    ),
  };
}
