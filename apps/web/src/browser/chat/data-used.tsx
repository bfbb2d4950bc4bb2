import { type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Words } from './chat-parts.ts';

/** What the answer took over the line. */
export function DataUsed({ words }: { readonly words: Words }): JSX.Element | null {
  const [bytes, setBytes] = useState(0);
  useEffect(() => whenCounted(setBytes), []);
  if (bytes === 0) return null;
  return (
    <p>
      {words('dataUsed').replace('{kilobytes}', (bytes / 1000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }))}
    </p>
  );
}

/** How long the browser may take to count an answer that is there, in milliseconds. What comes later belongs to another answer. */
const countingTime = 1000;
/** When the request began that was told of last. */
let toldOf = 0;

/** The browser counts a request some time after its end. A turn that came with the page had none of its own. */
function whenCounted(tell: (bytes: number) => void): () => void {
  const observer = new PerformanceObserver((list) => {
    const [last] = list
      .getEntries()
      .filter(({ name, startTime }) => startTime > toldOf && new URL(name).pathname === '/ask')
      .slice(-1);
    if (!(last instanceof PerformanceResourceTiming)) return;
    toldOf = last.startTime;
    tell(last.transferSize);
    observer.disconnect();
  });
  observer.observe({ type: 'resource', buffered: true });
  const timer = setTimeout(() => {
    observer.disconnect();
  }, countingTime);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
