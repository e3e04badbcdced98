/**
 * Radix locks the scroll behind a dialog with a <style> of its own, which a nonce policy refuses. Its library looks
 * for the nonce in this global; the page's scripts carry it, readable by script alone.
 */
export function provideNonce(): void {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;
}
