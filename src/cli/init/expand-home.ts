import { homedir } from 'node:os';

/** `~` and `~/plans` as a shell reads them: paths typed into a question meet no shell. */
export const expandHome = (path: string): string => path.replace(/^~(?=\/|$)/, () => homedir());
