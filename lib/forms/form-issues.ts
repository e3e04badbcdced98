import type { z } from "zod";
import type { Issue } from "@/lib/domain/outcome/outcome";

/** zod's issues as paths and message keys; our schemas say keys where they can. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => ({
    path: issue.path.join("."),
    key: /^[a-zA-Z.]+$/.test(issue.message) ? issue.message : fallbackKey(issue.code),
  }));
}

function fallbackKey(code: string): string {
  if (code === "too_small") return "required";
  if (code === "too_big") return "tooLong";
  return "invalid";
}
