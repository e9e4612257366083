/** The completion script for bash, from version 3.2 on. */
import { type CommandWords, everyCommand, type OptionWords, type Values } from './words.ts';

/** A word for the shell, in single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The kind of a value as the script's functions understand it. */
function kindOf(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `words ${values.words.join(' ')}`;
    case 'files':
      return ['files', ...values.endings].join(' ');
    default:
      return values.kind;
  }
}

function optionCases(program: CommandWords): string[] {
  const lines = new Set<string>();
  for (const { path, options } of [program, ...everyCommand(program)]) {
    for (const option of options.filter(({ values }) => values !== null)) {
      for (const name of option.names) {
        const kind = option.values ? kindOf(option.values) : '';
        lines.add(`    ${quoted(`${path} ${name}`)}) kind=${quoted(kind)} ;;`);
      }
    }
  }
  return [...lines];
}

function operandCases(program: CommandWords): string[] {
  return everyCommand(program).flatMap(({ path, operands }) =>
    operands.map(({ values, variadic }, index) => {
      const pattern = variadic ? `${quoted(`${path} `)}*` : quoted(`${path} ${index}`);
      return `    ${pattern}) kind=${quoted(kindOf(values))} ;;`;
    }),
  );
}

const namesOf = (options: readonly OptionWords[]): string =>
  options.flatMap(({ names }) => names).join(' ');

function wordCases(program: CommandWords): string[] {
  return [program, ...everyCommand(program)].map(
    ({ path, options, subcommands }) =>
      `    ${quoted(path)}) subcommands=${quoted(subcommands.map(({ name }) => name).join(' '))} options=${quoted(namesOf(options))} ;;`,
  );
}

export function bashScript(program: CommandWords): string {
  return `# certplan completion for bash. Made by: certplan completion bash

# What the value of an option is: COMMAND OPTION
_certplan_option() {
  kind=
  case "$1 $2" in
${optionCases(program).join('\n')}
  esac
}

# What an operand is: COMMAND POSITION
_certplan_operand() {
  kind=
  case "$1 $2" in
${operandCases(program).join('\n')}
  esac
}

# Subcommands and options: COMMAND
_certplan_words() {
  subcommands= options=
  case "$1" in
${wordCases(program).join('\n')}
  esac
}

# Puts what begins with the current word into COMPREPLY: KIND [WORD...]
_certplan_reply() {
  local line ending IFS=$' \\t\\n'
  case "$1" in
    words) shift; COMPREPLY=( $(compgen -W "$*" -- "$cur") ) ;;
    sessions|plans|certifications)
      # Open sessions come first: bash must not sort them.
      compopt -o nosort 2>/dev/null
      while IFS= read -r line; do
        line=\${line%%$'\\t'*}
        [[ $line == "$cur"* ]] && COMPREPLY+=( "$line" )
      done < <(certplan __complete "$1" "\${given[@]}" 2>/dev/null)
      # A certification may be a file as well.
      if [[ $1 == certifications && \${#COMPREPLY[@]} -eq 0 ]]; then
        _certplan_reply files .yaml .yml
      fi ;;
    folders)
      compopt -o filenames 2>/dev/null
      IFS=$'\\n'; COMPREPLY=( $(compgen -d -- "$cur") ) ;;
    files)
      shift
      compopt -o filenames 2>/dev/null
      IFS=$'\\n'
      if [[ $# -eq 0 ]]; then
        COMPREPLY=( $(compgen -f -- "$cur") )
      else
        COMPREPLY=( $(compgen -d -- "$cur") )
        for ending in "$@"; do COMPREPLY+=( $(compgen -f -X "!*$ending" -- "$cur") ); done
      fi ;;
  esac
}

_certplan() {
  local cur=\${COMP_WORDS[COMP_CWORD]} command= kind= option= subcommands= options= word i operand=0
  # Flags that say where plans are, handed on to whoever lists them.
  local -a given=()
  COMPREPLY=()
  for (( i = 1; i < COMP_CWORD; i++ )); do
    word=\${COMP_WORDS[i]}
    # Bash cuts "--felt=hard" into three words.
    if [[ $word == = && -n $kind ]]; then continue; fi
    if [[ -n $kind ]]; then
      case "$option" in --home|--plan) given+=( "$option" "$word" ) ;; esac
      kind=
      continue
    fi
    case "$word" in
      -*) option=$word; _certplan_option "$command" "$word" ;;
      *)
        _certplan_words "$command"
        if [[ " $subcommands " == *" $word "* ]]; then
          command=\${command:+$command }$word
        else
          operand=$(( operand + 1 ))
        fi ;;
    esac
  done
  [[ $cur == = && -n $kind ]] && cur=
  if [[ -z $kind ]]; then
    _certplan_words "$command"
    if [[ $cur == -* ]]; then
      kind="words $options"
    elif [[ -n $subcommands ]]; then
      kind="words $subcommands"
    else
      _certplan_operand "$command" "$operand"
    fi
  fi
  # Unquoted: a kind has words behind it.
  [[ -n $kind ]] && _certplan_reply $kind
  return 0
}

complete -F _certplan certplan
`;
}
