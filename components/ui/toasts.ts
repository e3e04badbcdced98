/** A thing that is done, with a way back. Errors are never toasts: they stay on the page, beside what they concern. */
export type Toast = {
  text: string;
  back?: { label: string; href: string } | { label: string; onSelect: () => void };
};

type Shown = Toast & { id: number };

let shown: readonly Shown[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Says it in the page's toast region, from any browser code. Two stand at most; the older goes. */
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
