/** A form's entries as nested values: "destinations.0.country" becomes { destinations: [{ country }] }. */
export function formValues(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$")) continue; // Next's own fields
    const values = form.getAll(name).filter((value) => typeof value === "string");
    place(root, name.split("."), values.length > 1 || name.endsWith("[]") ? values : values[0]);
  }
  return root;
}

function place(root: Record<string, unknown>, path: string[], value: unknown): void {
  const keys = path.map((key) => key.replace(/\[\]$/, ""));
  if (keys.some((key) => key === "__proto__" || key === "constructor" || key === "prototype")) return;
  let node: Record<string, unknown> | unknown[] = root;
  keys.forEach((key, depth) => {
    const container = node as Record<string, unknown>;
    if (depth === keys.length - 1) container[key] = value;
    else node = (container[key] ??= isIndex(keys[depth + 1]!) ? [] : {}) as Record<string, unknown>;
  });
}

function isIndex(key: string): boolean {
  return /^\d{1,3}$/.test(key);
}
