/**
 * JSON text for props of many rows or messages: React serialises each nested value several times, but a string once.
 */
export type Packed<T> = string & { readonly holds: T };

/** Accepts plain JSON values alone. */
export function pack<T>(value: T): Packed<T> {
  return JSON.stringify(value) as Packed<T>;
}

export function unpack<T>(packed: Packed<T>): T {
  return JSON.parse(packed) as T;
}
