"use client";

import { useEffect, useState } from "react";
import type { Capacity } from "@/lib/domain/processing-record/types";

export type Found = {
  records: { id: string; reference: string; activity: string; controller: string; capacity: Capacity }[];
  controllers: { id: string; legalName: string; isArchived: boolean }[];
  contracts: { id: string; reference: string; title: string; controller: string }[];
  instructions: { id: string; number: string; text: string; controller: string }[];
  transfers: { id: string; reference: string; importer: string; controller: string }[];
  subProcessors: { id: string; reference: string; name: string; service: string }[];
  authorisations: { id: string; reference: string; subProcessor: string; controller: string }[];
  breaches: { id: string; reference: string; title: string; isDrill: boolean }[];
};

type Search = { question: string; found: Found; state: "idle" | "found" | "failed" };

const NOTHING: Found = {
  records: [],
  controllers: [],
  contracts: [],
  instructions: [],
  transfers: [],
  subProcessors: [],
  authorisations: [],
  breaches: [],
};
const PAUSE_MS = 120;

/** Debounces typing and aborts overtaken requests. */
export function useFound(org: string, typed: string) {
  const question = typed.trim();
  const [answer, setAnswer] = useState<Search>({ question: "", found: NOTHING, state: "idle" });
  useEffect(() => {
    if (question === "") return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      ask(org, question, controller.signal)
        .then((found) => setAnswer({ question, found, state: "found" }))
        .catch(() => {
          if (!controller.signal.aborted) setAnswer({ question, found: NOTHING, state: "failed" });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [org, question]);
  // Retains earlier results until new ones arrive, so that the list does not jump.
  if (question === "") return { found: NOTHING, isAsking: false, hasFailed: false };
  const isCurrent = answer.question === question;
  return { found: answer.found, isAsking: !isCurrent, hasFailed: isCurrent && answer.state === "failed" };
}

async function ask(org: string, question: string, signal: AbortSignal): Promise<Found> {
  const response = await fetch(`/api/search/${org}?${new URLSearchParams({ q: question })}`, { signal });
  if (!response.ok) throw new Error(`search answered ${response.status}`);
  return (await response.json()) as Found;
}
