/**
 * Radix injects a <style> that the content security policy refuses without a nonce. Its library reads this global; the
 * nonce comes from the page's scripts.
 */
export function provideNonce(): void {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;
}
