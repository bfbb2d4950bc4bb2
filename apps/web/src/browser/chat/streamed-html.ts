/** A parser that takes HTML piece by piece. */
interface HtmlSink {
  write(html: string): void;
}

/**
 * Puts a turn into the page while it arrives, and what stands there already is never touched again. A document of its own parses it; the browser goes on filling an element also
 * after it has been moved into the page. Scripts in such a document do not run. Throws when what arrives is no turn: a network that wants a login first answers in the place of the server.
 */
export function streamTurn(begin: (turn: HTMLElement) => void): HtmlSink {
  const inert = document.implementation.createHTMLDocument('');
  // The method is called out of date for pages that write over themselves; for a parser that can be fed there is no other name yet.
  const sink: HtmlSink = inert;
  let isMoved = false;
  sink.write('<body>');
  return {
    write(html) {
      sink.write(html);
      if (isMoved || inert.body.firstElementChild === null) return;
      const turn = inert.body.querySelector<HTMLElement>(':scope > article.turn:first-child');
      if (turn === null) throw new TypeError('no turn');
      isMoved = true;
      begin(turn);
    },
  };
}
