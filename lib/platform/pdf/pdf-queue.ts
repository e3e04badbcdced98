let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Queues changes of this process that print within their transaction: the printer would make them wait
 * anyway, and here they hold no connection meanwhile.
 */
export function inPdfQueue<T>(run: () => Promise<T>): Promise<T> {
  const turn = lastTurn.then(run);
  lastTurn = turn.catch(() => undefined);
  return turn;
}
