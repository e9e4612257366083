/** The completion script for zsh. */
import {
  type CommandWords,
  everyCommand,
  type OperandWords,
  type OptionWords,
  type Values,
} from './words.ts';

/** Inside single quotes, and inside the brackets and colons of `_arguments`. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const escaped = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');

/** What `_arguments` does for a value. */
function action(values: Values): string {
  switch (values.kind) {
    case 'text':
      return ' ';
    case 'words':
      return `(${values.words.join(' ')})`;
    case 'folders':
      return '_files -/';
    case 'files':
      return values.endings.length === 0
        ? '_files'
        : `_files -g "(${values.endings.map((ending) => `*${ending}`).join('|')})(-.)"`;
    default:
      return `_certplan_${values.kind}`;
  }
}

function optionSpec({ names, description, values }: OptionWords): string {
  const value = values === null ? '' : `:${escaped(description)}:${action(values)}`;
  // Repeatable options may be given again; nobody minds that others may, too.
  return names
    .map((name) => quoted(`*${name}[${escaped(description)}]${value}`))
    .join(' \\\n        ');
}

const operandSpec = ({ name, variadic, values }: OperandWords, index: number): string =>
  quoted(`${variadic ? '*' : index + 1}:${escaped(name)}:${action(values)}`);

/** The function of a command; of one with subcommands it goes on to theirs. */
function commandFunction(command: CommandWords): string {
  const { path, options, operands, subcommands } = command;
  const name = functionName(path);
  const specs = options.map(optionSpec);
  if (subcommands.length === 0) {
    const all = [...specs, ...operands.map(operandSpec)];
    return `${name}() {
  _arguments -s \\
        ${all.join(' \\\n        ')}
}`;
  }
  const list = subcommands.map((sub) => quoted(`${escaped(sub.name)}:${sub.description}`));
  return `${name}() {
  local curcontext=$curcontext state line
  local -A opt_args
  _arguments -C -s \\
        ${specs.join(' \\\n        ')} \\
        '1: :->command' '*:: :->rest' && return
  case $state in
    command)
      local -a found=(
        ${list.join('\n        ')}
      )
      _describe -V command found ;;
    rest)
      case $line[1] in
${subcommands.map((sub) => `        ${sub.name}) ${functionName(sub.path)} ;;`).join('\n')}
      esac ;;
  esac
}`;
}

const functionName = (path: string): string =>
  path === '' ? '_certplan_all' : `_certplan_command_${path.replaceAll(/\W/g, '_')}`;

/** @param otherwise what is offered where nothing of it fits */
const asking = (kind: string, otherwise = ''): string =>
  `_certplan_${kind}() {
  local -a found=( "\${(@f)$(_certplan_ask ${kind})}" )
  found=( "\${found[@]//$'\\t'/:}" )
  (( $#found )) && [[ -n $found[1] ]] && _describe -V ${kind} found${otherwise}
}`;

export function zshScript(program: CommandWords): string {
  const functions = [program, ...everyCommand(program)].map(commandFunction);
  return `#compdef certplan
# certplan completion for zsh. Made by: certplan completion zsh

# Asks the program, with the flags that say where plans are. Never a word of an error.
_certplan_ask() {
  local -a given
  local index
  for (( index = 2; index < $#_certplan_line; index++ )); do
    case $_certplan_line[index] in
      --home|--plan) given+=( $_certplan_line[index] $_certplan_line[index+1] ) ;;
    esac
  done
  certplan __complete $1 $given 2>/dev/null
}

${asking('sessions')}

${asking('plans')}

${asking('certifications', ' || _files -g "*.(yaml|yml)(-.)"')}

${functions.join('\n\n')}

_certplan() {
  # The words as they were typed: below, _arguments takes what it has read away.
  local -a _certplan_line=( $words[1,CURRENT-1] )
  _certplan_all "$@"
}

# Loaded by compinit it runs at once; sourced it waits to be asked.
if [[ $funcstack[1] == _certplan ]]; then _certplan "$@"; else compdef _certplan certplan; fi
`;
}
