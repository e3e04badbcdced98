/**
 * Each piece of work once it is done, while the next is already under way: the database reads a page as the one before
 * is composed. One ahead and no more, so that memory is that of two.
 */
export async function* readAhead<Piece, Done>(
  chunks: Iterable<Piece>,
  read: (chunk: Piece) => Promise<Done>,
): AsyncGenerator<Done> {
  let reading: Promise<Done> | null = null;
  try {
    for (const chunk of chunks) {
      const next = read(chunk);
      // Prevents an unhandled rejection, which would end the process, until the reader awaits it.
      next.catch(() => undefined);
      const before: Promise<Done> | null = reading;
      reading = next;
      if (before) yield await before;
    }
    if (reading) yield await reading;
  } finally {
    await reading?.catch(() => undefined);
  }
}
