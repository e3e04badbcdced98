"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { type Found, type FoundGroup, nothingFound } from "@/lib/domain/search/found";

type Matches = { found: Found; groups: FoundGroup[] };
type Search = Matches & { question: string; state: "idle" | "found" | "failed" };

const NOTHING: Matches = { found: nothingFound(), groups: [] };
const PAUSE_MS = 120;

/** Debounces typing and aborts overtaken requests. */
export function useFound(org: string, typed: string) {
  const question = typed.trim();
  const locale = useLocale();
  const [answer, setAnswer] = useState<Search>({ question: "", ...NOTHING, state: "idle" });
  useEffect(() => {
    if (question === "") return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      ask(org, { q: question, locale }, controller.signal)
        .then(({ found, groups }) => setAnswer({ question, found, groups, state: "found" }))
        .catch(() => {
          if (!controller.signal.aborted) setAnswer({ question, ...NOTHING, state: "failed" });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [org, question, locale]);
  // Retains earlier results until new ones arrive, so that the list does not jump.
  if (question === "") return { ...NOTHING, isAsking: false, hasFailed: false };
  const isCurrent = answer.question === question;
  return {
    found: answer.found,
    groups: answer.groups,
    isAsking: !isCurrent,
    hasFailed: isCurrent && answer.state === "failed",
  };
}

async function ask(org: string, asked: { q: string; locale: string }, signal: AbortSignal): Promise<Matches> {
  const response = await fetch(`/api/search/${org}?${new URLSearchParams(asked)}`, { signal });
  if (!response.ok) throw new Error(`search answered ${response.status}`);
  return (await response.json()) as Matches;
}
