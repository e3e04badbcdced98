"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { isLinkInto } from "./fold-target";

type FoldProps = {
  title: ReactNode;
  /** Stands beside the title, within what opens: nothing to press. */
  aside?: ReactNode;
  isOpen: boolean;
  /** Rank of the title: within a section it is below the section's own. */
  heading?: "h2" | "h3";
  children: ReactNode;
};

/**
 * A section that folds by the browser's `details`: it needs no JavaScript, and the browser's find opens it. Paper and a
 * link without JavaScript show all of it by their styles; with JavaScript a link into it, or to its section, opens it.
 */
export function Fold({ title, aside, isOpen, heading: Heading = "h2", children }: FoldProps) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const openFor = (hash: string) => {
      const details = ref.current;
      if (!details || details.open || !isLinkInto(details, hash)) return;
      details.open = true;
      document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
    };
    const followAddress = () => openFor(window.location.hash);
    // The router's links change the address without an event; a link to the hash that stands already changes nothing.
    const followLink = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link && link.pathname === window.location.pathname) openFor(link.hash);
    };
    followAddress();
    window.addEventListener("hashchange", followAddress);
    document.addEventListener("click", followLink);
    return () => {
      window.removeEventListener("hashchange", followAddress);
      document.removeEventListener("click", followLink);
    };
  }, []);
  return (
    <details ref={ref} className="fold" open={isOpen || undefined}>
      <summary>
        <Heading>{title}</Heading>
        {aside}
      </summary>
      {children}
    </details>
  );
}
