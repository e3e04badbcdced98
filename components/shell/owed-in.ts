type Gap = { section: string; level: "required" | "advisable" };

/** Opens a section for what is owed or advised; the number counts what is required alone. */
export function owedIn(gaps: readonly Gap[], section: string): { owed: number; isOpen: boolean } {
  const own = gaps.filter((gap) => gap.section === section);
  return { owed: own.filter(({ level }) => level === "required").length, isOpen: own.length > 0 };
}
