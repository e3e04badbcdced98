/** `content-disposition` for a file to be saved: a name in ASCII for old programs, and as it is for the others (RFC 6266). */
export function attachmentNamed(name: string): string {
  return `attachment; ${named(name)}`;
}

/** `content-disposition` for a file that one of our pages shows. */
export function inlineNamed(name: string): string {
  return `inline; ${named(name)}`;
}

function named(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w.-]+/g, "-");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
