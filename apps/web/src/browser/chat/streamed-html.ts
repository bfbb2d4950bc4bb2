/** A parser that takes HTML piece by piece. */
interface HtmlSink {
  write(html: string): void;
}

/**
 * Puts HTML into the page while it arrives, and what stands there already is never touched again. A document of its own parses it; the browser goes on filling an element also
 * after it has been moved into the page. Scripts in such a document do not run.
 */
export function streamInto(place: Element): HtmlSink {
  const inert = document.implementation.createHTMLDocument('');
  // The method is called out of date for pages that write over themselves; for a parser that can be fed there is no other name yet.
  const sink: HtmlSink = inert;
  let isMoved = false;
  sink.write('<body>');
  return {
    write(html) {
      sink.write(html);
      const first = inert.body.firstElementChild;
      if (isMoved || first === null) return;
      isMoved = true;
      place.replaceWith(first);
    },
  };
}
