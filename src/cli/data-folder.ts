/** Where a platform keeps the data of a program, and what its user sets up. Own lines, as they are read at every start. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** An environment's absolute path: by the XDG specification a relative one does not count. */
const given = (path: string | undefined): string | null =>
  path !== undefined && isAbsolute(path) ? path : null;

/** The data folder of certplan, for the platform and the user who runs it. */
export function dataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  switch (platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'certplan');
    case 'win32':
      return join(
        given(env.LOCALAPPDATA) ?? join(homedir(), 'AppData', 'Local'),
        'certplan',
        'Data',
      );
    default:
      return join(given(env.XDG_DATA_HOME) ?? join(homedir(), '.local', 'share'), 'certplan');
  }
}

/** The folder of what users set up for certplan, such as curricula of their own. */
export function configFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  const xdg = given(env.XDG_CONFIG_HOME);
  switch (platform) {
    case 'darwin':
      return xdg === null ? dataFolder(platform, env) : join(xdg, 'certplan');
    case 'win32':
      return join(
        given(env.APPDATA) ?? join(homedir(), 'AppData', 'Roaming'),
        'certplan',
        'Config',
      );
    default:
      return join(xdg ?? join(homedir(), '.config'), 'certplan');
  }
}
