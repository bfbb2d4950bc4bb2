import { type JSX } from 'preact';
import { type CountedValue } from './register-context.ts';

interface ChartProperties {
  readonly values: readonly CountedValue[];
  readonly direction: 'ltr' | 'rtl';
  /** What a screen reader says in its place: the table beside it says everything. */
  readonly label: string;
}

const width = 320;
const row = 34;
const longest = 42;

/** Bars with their names above them. They begin where the language begins to read. */
export function BarChart({ values, direction, label }: ChartProperties): JSX.Element {
  const most = Math.max(1, ...values.map(({ told }) => told));
  const start = direction === 'rtl' ? width : 0;
  return (
    <svg class="bars" viewBox={`0 0 ${width} ${values.length * row}`} role="img" aria-label={label} direction={direction}>
      {values.map(({ value, label: name, told }, place) => {
        const length = Math.max(1, Math.round((told / most) * width));
        return (
          <g key={value}>
            <text x={start} y={place * row + 13}>
              {shortened(name)}
            </text>
            <rect x={direction === 'rtl' ? width - length : 0} y={place * row + 18} width={length} height={10} rx={2} />
          </g>
        );
      })}
    </svg>
  );
}

function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : name;
}
