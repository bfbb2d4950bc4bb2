import { type UnsupportedIssue } from '@parlance/wire';
import { type z } from 'zod';
import { type ClientFault } from '../errors.ts';

/** Turns the first issue of a schema into a fault that names the field and what was expected; never what was sent. */
export function requestFault(error: z.ZodError): ClientFault {
  const [first] = error.issues;
  const { issue, path } = first === undefined ? { issue: first, path: [] } : within({ issue: first, path: first.path });
  const param = path.map(String).join('.');
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : '';
  return {
    code: isUnsupported(issue) ? 'unsupported_parameter' : 'invalid_request',
    message: `${param === '' ? 'the body' : param}: ${issue?.message ?? 'not as expected'}${more}`,
    ...(param === '' ? {} : { param }),
  };
}

interface PlacedIssue {
  readonly issue: z.core.$ZodIssue;
  readonly path: readonly PropertyKey[];
}

/** Where a value may have several shapes, the shape that it comes nearest to says what is wrong with it. */
function within({ issue, path }: PlacedIssue): PlacedIssue {
  if (issue.code !== 'invalid_union') return { issue, path };
  const nearest = issue.errors.flat().find((each) => each.path.length > 0);
  return nearest === undefined ? { issue, path } : within({ issue: nearest, path: [...path, ...nearest.path] });
}

const mark = 'isUnsupported' satisfies keyof UnsupportedIssue;

/** What is well formed and cannot be done here. */
function isUnsupported(issue: z.core.$ZodIssue | undefined): boolean {
  return issue?.code === 'custom' && issue.params?.[mark] === true;
}
