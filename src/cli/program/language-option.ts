/** `--lang`, of commands that write documents. */
import { type Command, Option } from 'commander';
import { LANGUAGES } from '../../plan/language.ts';

/** @param where what is written in it, and what it is without the option */
export const withLanguageOption = (command: Command, where: string): Command =>
  command.addOption(
    new Option('--lang <tag>', `${where}: ${LANGUAGES.join(', ')}, or with a region: de-AT, en-US`),
  );
