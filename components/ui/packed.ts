/**
 * A value as one text of JSON, for props that many rows or sentences fill. React walks and copies every value of a prop
 * three times on its way from the server to the browser; a text it only carries.
 */
export type Packed<T> = string & { readonly holds: T };

/** Plain JSON values alone come out as they went in. */
export function pack<T>(value: T): Packed<T> {
  return JSON.stringify(value) as Packed<T>;
}

export function unpack<T>(packed: Packed<T>): T {
  return JSON.parse(packed) as T;
}
