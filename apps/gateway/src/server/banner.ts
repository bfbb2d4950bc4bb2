import { connectLine, type LocalModels } from '../lifecycle/local-models.ts';
import { type RunningServer } from './start-server.ts';

/** What a start prints: address, key, a line to copy, questions to try, and how to connect a model that runs here. */
export function banner(server: RunningServer, found: readonly LocalModels[]): string {
  const { address, metricsAddress, developmentKey, gateway } = server;
  const { pack } = gateway.countries.current();
  const questions = pack.cases.filter(({ expect }) => 'card' in expect);
  const tried = pack.languages.slice(0, 3).flatMap((language) => questions.find((each) => each.language === language) ?? []);
  const [first] = tried;
  return [
    `Parlance is ready: ${address}`,
    `  pack ${pack.id} ${pack.version} (${pack.status.note['en'] ?? ''})`,
    `  answers come from ${gateway.upstream.kind === 'cards' ? 'service cards and texts of the pack; no language model is connected' : `${gateway.upstream.id}, jurisdiction ${gateway.upstream.jurisdiction ?? 'unknown, so outside'}`}`,
    ...(metricsAddress === null ? [] : [`  metrics for Prometheus: ${metricsAddress}`]),
    ...server.warnings.map((warning) => `  warning: ${warning}`),
    '',
    ...(developmentKey === null
      ? []
      : [
          `Development key (also in ${developmentKey.file}):`,
          `  ${developmentKey.secret}`,
          '',
          'Ask:',
          `  ${curlLine(address, developmentKey.secret, first?.ask ?? '')}`,
          '',
        ]),
    'Questions to try:',
    ...tried.map(({ ask }) => `  ${ask}`),
    '',
    `In a browser: ${address}/ to ask, ${address}/try to try any text`,
    ...found.flatMap((local) => ['', `${local.kind} runs at ${local.baseUrl}. To connect it:`, `  ${connectLine(local)}`]),
    '',
  ].join('\n');
}

function curlLine(address: string, key: string, question: string): string {
  const body = JSON.stringify({ model: 'parlance', messages: [{ role: 'user', content: question }] });
  return `curl -s ${address}/v1/chat/completions -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json' -d '${body.replaceAll("'", `'\\''`)}'`;
}
