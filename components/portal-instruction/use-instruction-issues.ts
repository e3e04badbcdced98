"use client";

import { useTranslations } from "next-intl";
import type { Issue } from "@/lib/domain/outcome";

/** Words for the refusals of an instruction, said to the one who gives it. */
export function useInstructionIssues() {
  const t = useTranslations("portal-instruction.refusals");
  return ({ key, params }: Issue): string | undefined => {
    const name = key.replace(/^instruction\./, "");
    return key !== name && t.has(name) ? t(name, params) : undefined;
  };
}
