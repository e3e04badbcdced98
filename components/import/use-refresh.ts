"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

const EVERY_MS = 1_000;

/** Asks for the page again and again, each time once the last answer has come. */
export function useRefresh(): void {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  useEffect(() => {
    if (isPending) return;
    const timer = setTimeout(() => startTransition(() => router.refresh()), EVERY_MS);
    return () => clearTimeout(timer);
  }, [router, isPending]);
}
