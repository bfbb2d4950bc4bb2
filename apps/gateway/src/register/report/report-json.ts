import { type MonthReport } from '@parlance/web';

/** The report as data. */
export function reportJson(report: MonthReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
