import { serve, settingsHelp } from '@parlance/gateway';
import { Command } from 'commander';

export function serveCommand(): Command {
  return new Command('serve')
    .description('run the gateway and its pages')
    .addHelpText(
      'after',
      () =>
        `\nSettings (environment, or the YAML file named by PARLANCE_CONFIG):\n${settingsHelp()}\nExit codes: 0 stopped by a signal, 1 cannot run, 78 configuration or pack cannot be used.`,
    )
    .action(async () => {
      const code = await serve(process.env);
      if (code !== null) process.exitCode = code;
    });
}
