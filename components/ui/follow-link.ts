"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";

/**
 * Routes plain anchors by one listener: a table of fifty rows then needs no link components. Modified presses remain
 * the browser's.
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
