export { settingsHelp } from './config/settings-table.ts';
export { lockDataFolder } from './lifecycle/data-folder-lock.ts';
export { serve } from './server/serve.ts';
export { startServer, type RunningServer } from './server/start-server.ts';
