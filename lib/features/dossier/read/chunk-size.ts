/** Bytes of each chunk of a dossier but the last: a place in the file follows from it. */
export const CHUNK_BYTES = 2 ** 20;
