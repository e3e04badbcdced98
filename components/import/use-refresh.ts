"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

const EVERY_MS = 1_000;

/** Requests the page again each time the previous answer has arrived. */
export function useRefresh(): void {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  useEffect(() => {
    if (isPending) return;
    const timer = setTimeout(() => startTransition(() => router.refresh()), EVERY_MS);
    return () => clearTimeout(timer);
  }, [router, isPending]);
}
