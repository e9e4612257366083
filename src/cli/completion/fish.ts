/** The completion script for fish. */
import { type CommandWords, everyCommand, type OptionWords, type Values } from './words.ts';

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** How a value is completed, as options of \`complete\`. */
function valueOptions(values: Values): string {
  switch (values.kind) {
    case 'text':
      return '-x';
    case 'words':
      return `-x -a ${quoted(values.words.join(' '))}`;
    case 'folders':
      return "-x -a '(__fish_complete_directories)'";
    case 'files':
      return values.endings.length === 0
        ? '-r -F'
        : `-x -a ${quoted(values.endings.map((ending) => `(__fish_complete_suffix ${ending})`).join(' '))}`;
    case 'certifications':
      return `-x -k -a '(__certplan_ask certifications) (__fish_complete_suffix .yaml)'`;
    default:
      return `-x -k -a '(__certplan_ask ${values.kind})'`;
  }
}

function optionLine(at: string, { names, description, values }: OptionWords): string {
  const flags = names.map((name) =>
    name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  );
  const value = values === null ? '' : ` ${valueOptions(values)}`;
  return `complete -c certplan -n ${quoted(at)} ${flags.join(' ')} -d ${quoted(description)}${value}`;
}

function commandLines({ path, options, operands, subcommands }: CommandWords): string[] {
  const at = `__certplan_at ${quoted(path)}`;
  return [
    ...subcommands.map(
      ({ name, description }) =>
        `complete -c certplan -n ${quoted(`${at} 0`)} -a ${name} -d ${quoted(description)}`,
    ),
    ...operands
      .filter(({ values }) => values.kind !== 'text')
      .map(({ values, variadic }, index) => {
        const place = variadic ? at : `${at} ${index}`;
        // What an operand may be is offered without the -x or -r of an option's value.
        const offered = valueOptions(values).replace(/^-[xr] /, '');
        return `complete -c certplan -n ${quoted(place)} ${offered}`;
      }),
    ...options.map((option) => optionLine(at, option)),
  ];
}

/** `COMMAND OPTION` of each option that takes a value. */
const valued = (program: CommandWords): string[] =>
  [program, ...everyCommand(program)].flatMap(({ path, options }) =>
    options
      .filter(({ values }) => values !== null)
      .flatMap(({ names }) => names.map((name) => quoted(`${path} ${name}`))),
  );

export function fishScript(program: CommandWords): string {
  const all = [program, ...everyCommand(program)];
  return `# certplan completion for fish. Made by: certplan completion fish

# Command, number of operands and flags that say where plans are, of the words before the cursor.
function __certplan_read
  set -g __certplan_command ''
  set -g __certplan_operands 0
  set -g __certplan_given
  set -l option ''
  set -l words (commandline -opc)
  for word in $words[2..-1]
    if test -n "$option"
      contains -- "$option" --home --plan; and set -a __certplan_given $option $word
      set option ''
    else if string match -q -- '-*' $word
      contains -- "$__certplan_command $word" \\
        ${valued(program).join(' \\\n        ')}
      and set option $word
    else
      set -l path (string trim -- "$__certplan_command $word")
      if test $__certplan_operands -eq 0; and contains -- "$path" ${everyCommand(program)
        .map(({ path }) => quoted(path))
        .join(' ')}
        set __certplan_command $path
      else
        set __certplan_operands (math $__certplan_operands + 1)
      end
    end
  end
end

# True in this command, and behind so many operands if a number is given.
function __certplan_at
  __certplan_read
  test "$__certplan_command" = "$argv[1]"; or return 1
  test (count $argv) -eq 1; or test $__certplan_operands -eq $argv[2]
end

function __certplan_ask
  __certplan_read
  certplan __complete $argv[1] $__certplan_given 2>/dev/null
end

complete -c certplan -f
${all.flatMap(commandLines).join('\n')}
`;
}
