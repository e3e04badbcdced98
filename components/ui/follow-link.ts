"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";

/**
 * Follows plain anchors as the router does, from one place above them: a table of fifty rows needs one listener and not
 * fifty links. A press that asks the browser for a new tab or window stays the browser's.
 */
export function useFollowLink(): (event: MouseEvent<HTMLElement>) => void {
  const router = useRouter();
  return (event) => {
    const anchor =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!anchor || event.defaultPrevented || !isPlainPress(event)) return;
    if (anchor.target || anchor.origin !== window.location.origin) return;
    event.preventDefault();
    router.push(anchor.pathname + anchor.search + anchor.hash);
  };
}

function isPlainPress({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
