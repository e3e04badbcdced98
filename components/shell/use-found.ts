"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { type Found, nothingFound } from "@/lib/domain/search/found";

type Search = { question: string; found: Found; state: "idle" | "found" | "failed" };

const NOTHING = nothingFound();
const PAUSE_MS = 120;

/** Debounces typing and aborts overtaken requests. */
export function useFound(org: string, typed: string) {
  const question = typed.trim();
  const locale = useLocale();
  const [answer, setAnswer] = useState<Search>({ question: "", found: NOTHING, state: "idle" });
  useEffect(() => {
    if (question === "") return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      ask(org, { q: question, locale }, controller.signal)
        .then((found) => setAnswer({ question, found, state: "found" }))
        .catch(() => {
          if (!controller.signal.aborted) setAnswer({ question, found: NOTHING, state: "failed" });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [org, question, locale]);
  // Retains earlier results until new ones arrive, so that the list does not jump.
  if (question === "") return { found: NOTHING, isAsking: false, hasFailed: false };
  const isCurrent = answer.question === question;
  return { found: answer.found, isAsking: !isCurrent, hasFailed: isCurrent && answer.state === "failed" };
}

async function ask(org: string, asked: { q: string; locale: string }, signal: AbortSignal): Promise<Found> {
  const response = await fetch(`/api/search/${org}?${new URLSearchParams(asked)}`, { signal });
  if (!response.ok) throw new Error(`search answered ${response.status}`);
  return (await response.json()) as Found;
}
