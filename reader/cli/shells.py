"""Scripts that make a shell complete words of the command line, each in the manner of its shell.

All do the same: find the command, which may stand behind shared options, and how many words stand behind it; then
complete the value of the option before the cursor, or an option, or what the command takes there.
"""

from collections.abc import Sequence
from string import Template

from reader.articles.corrections import FIELDS as CORRECTED
from reader.cli.tree import Branch, Sort, Taken, alone
from reader.cli.words import VALUED
from reader.query.terms import FIELDS, MARKS
from reader.settings.paths import shipped

QUERY = (*(f"{field}:" for field in FIELDS if field != "is"), *(f"is:{mark}" for mark in MARKS), "OR")
"""What a query is made of."""


class _Script(Template):
    """A script with gaps: `$` has a meaning in every shell."""

    delimiter = "@@"


def words_of(taken: Taken) -> tuple[str, ...]:
    """The words that a value can be, as far as they are known."""
    if taken.sort is Sort.QUERY:
        return QUERY
    if taken.sort is Sort.THEME:
        return tuple(sorted(path.stem for path in shipped("themes").glob("*.yaml")))
    if taken.sort is Sort.FIELD:
        return CORRECTED
    if taken.sort is Sort.CORRECTION:
        return tuple(f"{field}=" for field in CORRECTED)
    return taken.words


def _places(branch: Branch) -> tuple[tuple[str, Taken], ...]:
    """What a command takes first and what it takes after that, with the patterns for how many words stand before."""
    if not branch.others:
        return ()
    first, last = branch.others[0], branch.others[-1]
    return (("*", first),) if first is last else (("0", first), ("*", last))


def _options(branch: Branch, shared: Sequence[Taken]) -> tuple[Taken, ...]:
    return (*branch.options, *shared)


# bash

_BASH = _Script(r"""# bash completion for broadsheet; `broadsheet completion bash` prints it

_broadsheet() {
    local IFS=$' \t\n' rest=$COMP_LINE word command='' options='' values='' sort='' prefix='' place=0 i
    local words=()
    # Bash cuts words at : and = too; here they are put together again.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i == 0)) || [[ $rest == [[:blank:]]* ]]; then
            rest=${rest#"${rest%%[![:blank:]]*}"}
            words+=("$word")
        else
            words[${#words[@]} - 1]+=$word
        fi
        rest=${rest#"$word"}
    done
    local count=${#words[@]}
    local current=${words[count - 1]} before=${words[count - 2]}
    local whole=$current
    for ((i = 1; i < count - 1; i++)); do
        case ${words[i]} in
            @@valued) ((i++)) ;;
            --*) ;;
            *) if [[ -z $command ]]; then command=${words[i]}; else ((place++)); fi ;;
        esac
    done
    if [[ $current == --*=* ]]; then
        before=${current%%=*} current=${current#*=}
    fi
    case "$command $place" in
@@places
    esac
    case $command in
@@options
    esac
    case "$command $before" in
@@values
    esac
    if [[ $whole == --* && $whole == "$current" ]]; then
        sort=words values=$options
    elif [[ $current == -* && $sort == query ]]; then
        prefix=- current=${current#-}
    fi
    COMPREPLY=()
    while IFS= read -r word; do
        [[ -n $word ]] && COMPREPLY+=("$prefix$word")
    done < <(
        case $sort in
            words | query | command) compgen -W "$values" -- "$current" ;;
        esac
        case $sort in
            file) compgen -f -- "$current" ;;
            folder | command) compgen -d -- "$current" ;;
        esac
    )
    case $sort in
        file | folder | command) compopt -o filenames 2> /dev/null ;;
    esac
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:=] ]]; then
        compopt -o nospace 2> /dev/null
    fi
    # What stands before the last : is on the line already.
    if [[ $whole == *:* && $COMP_WORDBREAKS == *:* ]]; then
        prefix=${whole%"${whole##*:}"}
        COMPREPLY=("${COMPREPLY[@]#"$prefix"}")
    fi
}

complete -F _broadsheet broadsheet
""")


def bash(tree: Sequence[Branch], shared: Sequence[Taken]) -> str:
    """The script for bash."""
    commands = " ".join(branch.command.name for branch in tree)
    places = [f"        ' '*) sort=command values='{commands}' ;;"]
    for branch in tree:
        for pattern, taken in _places(branch):
            place = f"'{branch.command.name} '*" if pattern == "*" else f"'{branch.command.name} {pattern}'"
            places.append(f"        {place}) {_bash_value(taken)} ;;")
    options = [f"        '') options='{_names((*shared, *alone()))}' ;;"]
    options += [f"        {branch.command.name}) options='{_names(_options(branch, shared))}' ;;" for branch in tree]
    values = [f"        *' {taken.names[0]}') {_bash_value(taken)} ;;" for taken in shared if taken.value]
    values += [
        f"        '{branch.command.name} {name}') {_bash_value(taken)} ;;"
        for branch in tree
        for taken in branch.options
        for name in taken.names
        if taken.value
    ]
    return _BASH.substitute(
        valued=" | ".join(sorted(VALUED)), places=_lines(places), options=_lines(options), values=_lines(values)
    )


def _bash_value(taken: Taken) -> str:
    words = words_of(taken)
    sort = taken.sort if taken.sort in (Sort.FILE, Sort.FOLDER, Sort.QUERY) else "words"
    return f"sort={sort} values='{' '.join(words)}'"


# zsh

_ZSH = _Script(r"""#compdef broadsheet
# zsh completion for broadsheet; `broadsheet completion zsh` prints it

_broadsheet() {
    local command='' before=${words[CURRENT-1]} sort='' ending
    local -a options values commands
    integer i place=0
    commands=(
@@commands
    )
    for ((i = 2; i < CURRENT; i++)); do
        case ${words[i]} in
            @@valued) ((i++)) ;;
            --*) ;;
            *) if [[ -z $command ]]; then command=${words[i]}; else ((place++)); fi ;;
        esac
    done
    case "$command $place" in
@@places
    esac
    case $command in
@@options
    esac
    if [[ $PREFIX == --*=* ]]; then
        before=${PREFIX%%=*}
        compset -P 1 '*='
    elif [[ $PREFIX == --* ]]; then
        _describe -o option options
        return
    fi
    case "$command $before" in
@@values
    esac
    if [[ $sort == query ]]; then
        compset -P -
    fi
    case $sort in
        command) _describe command commands; _files -/ ;;
        folder) _files -/ ;;
        file) _files ;;
        words | query)
            compadd -- ${values:#*[:=]}
            compadd -S '' -- ${(M)values:#*[:=]}
            ;;
    esac
}

if [[ ${funcstack[1]} == _broadsheet ]]; then
    _broadsheet "$@"
else
    compdef _broadsheet broadsheet
fi
""")


def zsh(tree: Sequence[Branch], shared: Sequence[Taken]) -> str:
    """The script for zsh."""
    commands = [f"        {_described(branch.command.name, branch.command.summary)}" for branch in tree]
    places = ["        ' '*) sort=command ;;"]
    for branch in tree:
        for pattern, taken in _places(branch):
            place = f"'{branch.command.name} '*" if pattern == "*" else f"'{branch.command.name} {pattern}'"
            places.append(f"        {place}) {_zsh_value(taken)} ;;")
    options = [f"        '') options=({_zsh_options((*shared, *alone()))}) ;;"]
    options += [
        f"        {branch.command.name}) options=({_zsh_options(_options(branch, shared))}) ;;" for branch in tree
    ]
    values = [f"        *' {taken.names[0]}') {_zsh_value(taken)} ;;" for taken in shared if taken.value]
    values += [
        f"        '{branch.command.name} {name}') {_zsh_value(taken)} ;;"
        for branch in tree
        for taken in branch.options
        for name in taken.names
        if taken.value
    ]
    return _ZSH.substitute(
        commands=_lines(commands),
        valued=" | ".join(sorted(VALUED)),
        places=_lines(places),
        options=_lines(options),
        values=_lines(values),
    )


def _zsh_value(taken: Taken) -> str:
    words = " ".join(f"'{word}'" for word in words_of(taken))
    sort = taken.sort if taken.sort in (Sort.FILE, Sort.FOLDER, Sort.QUERY) else "words"
    return f"sort={sort} values=({words})"


def _zsh_options(options: Sequence[Taken]) -> str:
    return " ".join(_described(name, taken.purpose) for taken in options for name in taken.names if name[:2] == "--")


def _described(name: str, purpose: str) -> str:
    """A word with its purpose as zsh takes it: a colon between them, and none inside."""
    return _quoted(f"{name}:{purpose.replace(':', ',')}")


# fish

_FISH = _Script(r"""# fish completion for broadsheet; `broadsheet completion fish` prints it

# Succeeds where the command is the first argument, and where as many words stand behind it as the second one says.
function __broadsheet_at
    set -l words (commandline -opc)
    set -e words[1]
    set -l command ''
    set -l place 0
    while set -q words[1]
        switch $words[1]
            case @@valued
                set -e words[1]
            case '--*'
            case '*'
                if test -z "$command"
                    set command $words[1]
                else
                    set place (math $place + 1)
                end
        end
        set -e words[1]
    end
    test "$command" = "$argv[1]"; or return 1
    switch "$argv[2]"
        case first
            test $place -eq 0
        case later
            test $place -gt 0
    end
end

complete -c broadsheet -f
@@lines
""")


def fish(tree: Sequence[Branch], shared: Sequence[Taken]) -> str:
    """The script for fish."""
    lines = [_fish_option("", taken) for taken in (*shared, *alone())]
    lines.append(_fish_line("__broadsheet_at ''", "-a '(__fish_complete_directories)'"))
    for branch in tree:
        name, summary = branch.command.name, branch.command.summary
        lines.append(_fish_line("__broadsheet_at ''", f"-a {name} -d {_fish_quoted(summary)}"))
        lines += [_fish_option(f"__broadsheet_at {name}", taken) for taken in branch.options]
        places = _places(branch)
        for pattern, taken in places:
            when = "" if len(places) == 1 else " first" if pattern == "0" else " later"
            lines.append(_fish_line(f"__broadsheet_at {name}{when}", _fish_value(taken)))
    return _FISH.substitute(valued=" ".join(sorted(VALUED)), lines="\n".join(lines))


def _fish_option(condition: str, taken: Taken) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in taken.names)
    value = f" -x {_fish_value(taken)}".rstrip() if taken.value else ""
    return _fish_line(condition, f"{names}{value} -d {_fish_quoted(taken.purpose)}")


def _fish_line(condition: str, rest: str) -> str:
    return f"complete -c broadsheet {f'-n {_fish_quoted(condition)} ' if condition else ''}{rest}"


def _fish_value(taken: Taken) -> str:
    if taken.sort is Sort.FILE:
        return "-a '(__fish_complete_path)'"
    if taken.sort is Sort.FOLDER:
        return "-a '(__fish_complete_directories)'"
    words = words_of(taken)
    return f"-a {_fish_quoted(' '.join(words))}" if words else ""


# All


def _names(options: Sequence[Taken]) -> str:
    return " ".join(name for taken in options for name in taken.names if name.startswith("--"))


def _lines(lines: Sequence[str]) -> str:
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
