import type { z } from "zod";
import type { Issue } from "@/lib/domain/outcome/outcome";

/** zod's first issue of each path, with a message key; our schemas say keys where they can. */
export function issuesOf(error: z.ZodError): Issue[] {
  const found = new Map<string, Issue>();
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    const key = /^[a-zA-Z.-]+$/.test(issue.message) ? issue.message : fallbackKey(issue.code);
    // A field that is too short fails its pattern too: that says nothing more.
    if (!found.has(path)) found.set(path, { path, key });
  }
  return [...found.values()];
}

function fallbackKey(code: string): string {
  if (code === "too_small") return "required";
  if (code === "too_big") return "tooLong";
  return "invalid";
}
