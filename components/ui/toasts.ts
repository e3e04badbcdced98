/** Reports a completed act that can be undone. Errors are never toasts: they remain beside their subject. */
export type Toast = {
  text: string;
  back?: { label: string; href: string } | { label: string; onSelect: () => void };
};

type Shown = Toast & { id: number };

let shown: readonly Shown[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows at most two; the older one is dropped. */
export function showToast(toast: Toast): number {
  lastId += 1;
  replace([...shown, { ...toast, id: lastId }].slice(-2));
  return lastId;
}

export function closeToast(id: number): void {
  replace(shown.filter((toast) => toast.id !== id));
}

export function currentToasts(): readonly Shown[] {
  return shown;
}

export function watchToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replace(next: readonly Shown[]): void {
  shown = next;
  listeners.forEach((listener) => listener());
}
