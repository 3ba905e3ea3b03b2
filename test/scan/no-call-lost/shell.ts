// Shell sources that call probe1, probe2, ... in every place where a command may stand: none of them may be lost.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source
import { COMMON_FORMS, type Forms } from './forms.js';

/** What each source shows, and the source. */
export const cases: readonly (readonly [what: string, source: string])[] = [
  ['commands', 'probe1; probe2 a\n/usr/bin/probe3 "b"; ! probe4; probe5 &'],
  ['substitutions as commands', '$(probe1); $(probe2) a; "$(probe3)"/b c; `probe4`; `probe5 a` b'],
  ['arguments', 'a $(probe1) "$(probe2)" `probe3` "`probe4`" b"$(probe5)"c$(probe6)`probe7`'],
  ['options', 'curl -H "A: $(probe1)" -d @<(probe2) --url=$(probe3) -X`probe4`'],
  ['nested substitutions', 'a "$(probe1 "$(probe2 `probe3`)")" $(probe4; probe5; probe6)'],
  ['quotes', 'a $"b $(probe1)" "x\\"$(probe2)\\"" "$(probe3 "a)")" {a,$(probe4)}'],
  ['assignments', 'A=$(probe1) B=`probe2`; C="a$(probe3)b"; D+=$(probe4); E=$(probe5)$(probe6)'],
  ['assignments before a command', 'A=$(probe1) B=x`probe2` probe3; C[$(probe4)]=$(probe5) probe6'],
  ['assignments at the end of a line', 'A=$(probe1) B=$(probe2)\nprobe3 $(probe4)'],
  ['elements', 'A[$(probe1)]=$(probe2); B[x`probe3`]+=`probe4`'],
  [
    'arrays',
    'A=($(probe1) "$(probe2)" [$(probe3)]=$(probe4) <(probe5) `probe6`); A+=(a $(probe7))',
  ],
  ['declarations', 'declare -A A=([a]=$(probe1)); export B="$(probe2)"; readonly C=`probe3`'],
  [
    'declarations in words',
    'export "$(probe1)=$(probe2)"; declare $(probe3); typeset -x D=$(probe4)',
  ],
  ['local variables', 'f() { local a=$(probe1) b; local "c=$(probe2)"; local -r d=x`probe3`; }'],
  ['unset', 'unset $(probe1) a[$(probe2)] "$(probe3)"'],
  [
    'defaults',
    'a ${b:-$(probe1)} "${b-`probe2`}" ${b:="$(probe3)"} ${b=$(probe4)} ${b:+x $(probe5) y} ${b+$(probe6)}',
  ],
  ['errors of expansions', ': ${b:?$(probe1)} "${b?no `probe2`}"'],
  [
    'patterns of expansions',
    'a ${b#$(probe1)} ${b##*$(probe2)} ${b%"$(probe3)"} ${b%%`probe4`} ${b^$(probe5)} ${b,,$(probe6)}',
  ],
  [
    'replacements',
    'a ${b/$(probe1)/c} ${b//c/$(probe2)} ${b//$(probe3)/$(probe4)} ${b/#c/`probe5`}',
  ],
  ['parts of texts', 'a ${b:$(probe1)} ${b:$(probe2):$(probe3)} ${b[@]:$(probe4)}'],
  [
    'indexes',
    'a ${b[$(probe1)]} "${#b[$(probe2)]}" ${!b[$(probe3)]} ${b[$(( $(probe4) ))]:-$(probe5)}',
  ],
  [
    'arithmetic',
    'a $(( $(probe1) + b[$(probe2)] )) $(( b ? $(probe3) : $(probe4) )) $[ $(probe5) ] "$((`probe6`))"',
  ],
  [
    'arithmetic commands',
    '(( $(probe1) > b )) && probe2; ((b = $(probe3), c++)); let "x = $(probe4)" y=`probe5`',
  ],
  [
    'tests',
    '[ -z "$(probe1)" ]; [ `probe2` -gt 1 -o "$(probe3)" ]; test -n "$(probe4)" -a $(probe5)',
  ],
  [
    'tests of bash',
    '[[ $(probe1) == $(probe2)* && ! -f $(probe3) || ( $b =~ ^$(probe4)$ ) ]]; [[ `probe5` ]]',
  ],
  [
    'targets',
    'a > "$(probe1)" 2>> $(probe2).log; b &> `probe3`; c < $(probe4); > $(probe5); < $(probe6) d',
  ],
  ['words behind targets', 'probe1 2> /dev/null "$(probe2)" -x $(probe3); probe4 > a b `probe5`'],
  ['targets of blocks', '{ a; } > $(probe1); while b; do c; done < "$(probe2)"; (d) 2> "`probe3`"'],
  ['targets of functions', 'f() { probe1; } > $(probe2)\ng() { a; } <<EOF\n$(probe3)\nEOF'],
  [
    'process substitutions',
    'a <(probe1) > >(probe2); exec 3< <(probe3); while b; do c; done < <(probe4)',
  ],
  [
    'here strings',
    'a <<< $(probe1); a <<< "b `probe2`" c; { b; } <<< $(probe3); while c; do d; done <<< "$(probe4)"',
  ],
  [
    'here documents',
    'cat <<EOF\na $(probe1) `probe2 b` ${c:-$(probe3)} ${d%$(probe4)}\nEOF\ncat <<-EOF\n\t`probe5`\n\tEOF',
  ],
  [
    'commands behind a here document',
    'cat <<EOF | probe1 $(probe2) && probe3\n$(probe4)\nEOF\nprobe5',
  ],
  [
    'lists behind a here document',
    'cat <<EOF || probe1\nx\nEOF\ncat <<EOF > $(probe2) && probe3\nx\nEOF',
  ],
  ['words behind a here document', 'probe1 <<EOF "$(probe2)" x\n$(probe3)\nEOF'],
  [
    'here documents of blocks',
    '{ a; } <<EOF | probe1\n$(probe2)\nEOF\nwhile b; do c; done <<EOF\n`probe3`\nEOF',
  ],
  [
    'here documents that a shell reads',
    "bash <<EOF\nprobe1 a\nEOF\nsh -s <<'EOF'\nif b; then probe2; fi\nEOF",
  ],
  [
    'case',
    'case $(probe1) in $(probe2)) probe3;; (a|`probe4`) probe5; probe6;& b*) probe7;;& *) probe8; esac',
  ],
  [
    'for',
    'for a in b $(probe1) "c$(probe2)" `probe3`; do probe4; done; for b in "${c[@]}" $(probe5); do probe6; done',
  ],
  [
    'for of C',
    'for ((i = $(probe1), j = $(probe2); $(probe3) < 3; i += $(probe4))); do probe5; done',
  ],
  ['select', 'select a in $(probe1) b; do probe2; done; select a; do probe3; done'],
  [
    'while',
    'while probe1; [ $(probe2) ]; do probe3; done; until probe4 && probe5; do probe6; break; done',
  ],
  [
    'if',
    'if probe1; [ "$(probe2)" ]; then probe3; elif a=$(probe4); probe5; then probe6; else probe7; fi',
  ],
  ['pipelines', 'probe1 | probe2 a |& probe3; { probe4; probe5; } | while read x; do probe6; done'],
  ['lists', 'probe1 && probe2 || probe3 && { probe4; probe5; } || (probe6; probe7)'],
  ['lists with a line each', 'probe1 &&\n  probe2 ||\n  # why\n  probe3'],
  ['background', 'probe1 & probe2; probe3 && probe4 & { probe5; } & (probe6) &\nwait'],
  ['blocks', '(probe1; (probe2)); { probe3; { probe4; }; }; time { probe5; }; time (probe6)'],
  [
    'functions',
    'f() { probe1; }\nfunction g { probe2; }\nfunction h() { probe3; }\nf2() ( probe4 )',
  ],
  [
    'functions of one statement',
    'f() if probe1; then probe2; fi\ng() [[ -n $(probe3) ]]\nh() for a in b; do probe4; done',
  ],
  [
    'functions in blocks',
    'if a; then f() { probe1; g() { probe2; }; }; fi; f2() { f3() { probe3; }; f3; }',
  ],
  [
    'outputs',
    'a=$(probe1 || probe2); b=$(probe3 && probe4); c=$(probe5 | probe6); d=$(cd x; { probe7; })',
  ],
  [
    'outputs with input',
    'a=$(probe1 <<< "$(probe2)"); b=$(cat <<EOF | probe3\n$(probe4)\nEOF\n); c=$(probe5 > $(probe6))',
  ],
  [
    'outputs of builtins',
    'a=$(echo $(probe1)); b=$(printf "%s" $(probe2)); c=$(A=$(probe3) echo x); d=$(cat $(probe4))',
  ],
  [
    'outputs of statements',
    'a=$(if probe1; then probe2; fi); b=$(for x in $(probe3); do probe4; done); c=$(f() { probe5; })',
  ],
  [
    'leaving',
    'f() { exit $(probe1); }\ng() { return $(probe2); }\nwhile a; do break $(probe3); done; probe4 || exit 1',
  ],
  [
    'behind what leaves',
    'f() { [ -z "$(probe1)" ] && exit; probe2 || return 1; probe3; return; probe4; }\nprobe5',
  ],
  [
    'builtins',
    ': $(probe1); true $(probe2); shift $(probe3); set -- $(probe4); read -p "$(probe5)" x; . $(probe6) `probe7`',
  ],
  [
    'commands that run others',
    'sudo -u a probe1; time probe2; env A=b probe3; timeout 5 probe4; command probe5; exec probe6',
  ],
  [
    'more of them',
    'nohup probe1 &\nnice -n 5 probe2; builtin probe3; a | xargs -n1 probe4; doas probe5; sudo env A=$(probe6) probe7',
  ],
  [
    'their own words',
    'timeout "$T" probe1; timeout $(probe2) probe3; xargs -I{} probe4 {} < $(probe5); stdbuf -oL probe6',
  ],
  [
    'coproc',
    'coproc probe1 a\ncoproc NAME { probe2; probe3; }\ncoproc { probe4; }\ncoproc while probe5; do probe6; done',
  ],
  ['find', 'find $(probe1) -exec probe2 {} \\; -name a\nfind . -execdir probe3 {} +'],
  [
    'trap',
    `trap 'probe1' EXIT; trap "probe2 $x; probe3" INT TERM; trap probe4 EXIT; trap -- 'a && probe5 "$1"' ERR`,
  ],
  [
    'eval',
    `eval "probe1"; eval probe2 a; eval 'probe3 "$(probe4)" | probe5'; eval "a; probe6 \\"\\$x\\" $(probe7)"`,
  ],
  [
    'shells',
    `bash -c 'probe1'; sh -ec "cd a && probe2 $x" _ $(probe3); sudo bash -c 'if a; then probe4; fi'`,
  ],
  [
    'texts that are commands',
    `eval 'for x in a; do probe1 > "$(probe2)"; done; (probe3) & probe4 2>&1 || \`probe5\` # probe
      probe6 <(probe7)'`,
  ],
  ['an unclosed bracket', 'probe1 $( probe2\nprobe3 a\nprobe4'],
  ['an unclosed bracket behind', 'probe1\nprobe2 | probe3\nA=( a $(probe4)\nprobe5 b ('],
  ['an unclosed brace', 'probe1\nf() {\n  probe2\n  probe3 a\nprobe4\nprobe5'],
  ['a brace too many', 'f() {\n  probe1\n}\n}\nprobe2\n)\nprobe3'],
  ['an unclosed if', 'probe1\nif probe2; then\n  probe3\nprobe4 a\nprobe5'],
  ['an unclosed if in a function', 'f() {\n  if probe1; then\n    probe2\n}\nprobe3'],
  ['an unclosed case', 'probe1\ncase $(probe2) in\n  a) probe3;;\n  b) probe4\nprobe5'],
  ['an unclosed loop', 'for a in $(probe1); do\n  probe2\nprobe3 b\nprobe4'],
  ['a loop without do', 'for a in b $(probe1)\n  probe2\ndone\nprobe3'],
  ['an unclosed while', 'while probe1\n  probe2\ndone\nprobe3'],
  ['an unclosed quote', 'probe1\nprobe2 "a\nprobe3 b\nprobe4'],
  ['an unclosed backtick', 'probe1 `probe2 ; probe3\nprobe4'],
  ['a bracket in the way', 'for x in $(probe1); do\n  probe2 (\n  probe3\ndone\nprobe4'],
  ['half a list', 'probe1 && \n'],
  ['half a pipeline', 'probe1 | | probe2; ; probe3\nprobe4 |'],
  ['leaving in an unclosed function', 'f() {\n  probe1 || return 1\n  return\n  probe2\nprobe3'],
  ['a conflict', 'probe1\n<<<<<<< HEAD\nprobe2 a\n=======\nprobe3 b\n>>>>>>> other\nprobe4'],
  [
    'a conflict of three',
    'probe1\n<<<<<<< HEAD\nprobe2 a\n||||||| base\nprobe3\n=======\nprobe4 b\n>>>>>>> other/x\nprobe5 c',
  ],
  [
    'a conflict in a function',
    'f() {\n  probe1\n<<<<<<< HEAD\n  probe2 "$1"\n=======\n  probe3 "$1"\n>>>>>>> br\n}\nprobe4 x\nprobe5',
  ],
  [
    'a conflict in an if',
    'if probe1; then\n<<<<<<< HEAD\n  probe2\n=======\n  probe3\n>>>>>>> other\n  probe4\nfi\nprobe5',
  ],
  [
    'a conflict in a case',
    'case x in\n a)\n<<<<<<< HEAD\n  probe1\n=======\n  probe2\n>>>>>>> br\n ;;\n *) probe3;;\nesac\nprobe4',
  ],
  [
    'a conflict in an array',
    'A=( a $(probe1)\n<<<<<<< HEAD\n $(probe2)\n=======\n $(probe3)\n>>>>>>> x\n $(probe4)\n)\nprobe5',
  ],
  [
    'a conflict in a function without arguments',
    'f() {\n<<<<<<< HEAD\n  probe1 || exit\n=======\n  probe2 "$(probe3)"\n>>>>>>> br\n  probe4\n}\nprobe5',
  ],
  [
    'a conflict of patterns',
    'case x in\n<<<<<<< HEAD\n  a) probe1 ;;\n=======\n  $(probe2)) probe3 ;;\n>>>>>>> br\n  *) probe4;;\nesac\nprobe5',
  ],
  [
    'a conflict of arguments',
    'probe1 \\\n<<<<<<< HEAD\n  -x $(probe2)\n=======\n  -y $(probe3)\n>>>>>>> br\nprobe4',
  ],
  [
    'a case that lost its beginning',
    'case x in\n<<<<<<< HEAD\na)\n  probe1 b\n  if [ $c ]; then\n    probe2 d\n  fi\n  exit $e\n  ;;\n$(probe3)|f)\n  probe4\n  ;;\nesac\nprobe5',
  ],
  [
    'a conflict with a leaving side',
    'probe1\n<<<<<<< HEAD\nprobe2 || exit 1\n=======\nprobe3 || return\n>>>>>>> other\nprobe4',
  ],
];

/** How this language writes what the test makes itself. */
export const forms: Forms = {
  ...COMMON_FORMS,
  call: (name, argument) => `$(${name} ${argument})`,
  statement: (call) => `a ${call}`,
};
