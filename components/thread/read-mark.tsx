"use client";

import { startTransition, useActionState, useEffect, useRef } from "react";
import { IDLE } from "@/lib/forms/form-state";
import type { ThreadPlace } from "./place";
import { threadAction } from "./thread-action";

type ReadMarkProps = { place: ThreadPlace; id: string; readTo: number };

/** Marks messages as read from the browser, because a prefetched page was not seen. */
export function ReadMark({ place, id, readTo }: ReadMarkProps) {
  const [, dispatch] = useActionState(threadAction("read", place), IDLE);
  const notified = useRef(0);
  useEffect(() => {
    if (notified.current >= readTo) return;
    notified.current = readTo;
    const form = new FormData();
    form.set("id", id);
    form.set("readTo", String(readTo));
    startTransition(() => dispatch(form));
  }, [dispatch, id, readTo]);
  return null;
}
