/** Example: `classNames("btn", isPrimary && "go")` → "btn go". */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
