import { type ClassifierConfig } from '../config/config.ts';
import { type JudgeCounts } from '../judging/judge.ts';
import { JudgeServer } from '../judging/judge-server.ts';

/** The safeguard that is configured; null where there is none. */
export function startJudge(config: ClassifierConfig | null): JudgeServer | null {
  return config === null ? null : new JudgeServer({ ...config, now: () => performance.now(), onFault: report });
}

function report({ judge_slow: slow, judge_down: down, judge_nonsense: nonsense }: JudgeCounts): void {
  process.stderr.write(
    `the safeguard: rules say what is done without its verdicts; failures so far: ${slow} slow, ${down} down, ${nonsense} nonsense\n`,
  );
}
