# What zsh offers behind a command line: capture.zsh FOLDER LINE. A shell in a terminal of its own
# loads certplan.zsh from the folder; each match is printed on a line.
zmodload zsh/zpty
folder=$1 line=$2
zpty shell zsh -f -i
zpty -w shell "PROMPT= ; autoload -Uz compinit; compinit -u -D; source $folder/certplan.zsh"
zpty -w shell 'zstyle ":completion:*" list-grouped false; zstyle ":completion:*" insert-tab false
bindkey "^I" complete-word
null-line () { echo -E - "<begin>" }
compprefuncs=( null-line )
comppostfuncs=( leave )
leave () { echo -E - "<end>"; exit }
compadd () {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  typeset -a found
  builtin compadd -A found "$@"
  (( $#found )) && print -rl -- "<match>"$^found
  builtin compadd "$@"
}
echo "<ready>"'
zpty -r shell output $'*\n<ready>*' 
zpty -w -n shell "$line"$'\t'
zpty -r shell output '*<end>*'
print -r -- "$output" | sed -n 's/^<match>//p'
zpty -d shell
