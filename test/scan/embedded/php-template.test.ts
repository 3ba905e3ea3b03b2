// Pages of PHP and templates of Blade: what of them is PHP, and what of their scripts is JavaScript.
import { describe, expect, it } from 'vitest';
import { phpTemplate } from '../../../src/scan/embedded/forms/php-template.js';
import { codeIn } from './code.js';

const php = (path: string, text: string) => codeIn(phpTemplate, path, text, 'php').trim();
const script = (path: string, text: string) =>
  codeIn(phpTemplate, path, text, 'javascript')
    .replace(/writtenByTemplate\d+/g, 'W')
    .replace(/\n;\n$/, '');

describe('PHP of a page', () => {
  it.each([
    ['<p>no code</p>', ''],
    ['<?php\ngo();\n', '<?php\ngo();'],
    [
      "<?php if ($a): ?><b>it's</b><?= go($a) ?><?php endif ?>",
      '<?php if ($a): ?>\n<?= go($a) ?>\n<?php endif ?>',
    ],
    ["<?php $a = '<?xml ?>'; go(); ?>x", "<?php $a = '<?xml ?>'; go(); ?>"],
    ['<?php $a = "\\"?>"; go() ?>x', '<?php $a = "\\"?>"; go() ?>'],
    ["<?php // don't ?>it's<?php go() ?>", "<?php // don't ?>\n<?php go() ?>"],
    ["<?php # don't\ngo() ?>it's", "<?php # don't\ngo() ?>"],
    ["<?php #[A('?>')]\ngo() ?>x", "<?php #[A('?>')]\ngo() ?>"],
    ['<?php /* ?> */ go() ?>x', '<?php /* ?> */ go() ?>'],
    ["<?php $a = <<<EOT\n ?>'\n  EOT; go() ?>x", "<?php $a = <<<EOT\n ?>'\n  EOT; go() ?>"],
    ["<?php $a = <<<'E'\n E1 ?>\nE\n. 'b'; ?>x", "<?php $a = <<<'E'\n E1 ?>\nE\n. 'b'; ?>"],
    ['<?xml version="1.0"?><? go() ?>', '<? go() ?>'],
    ["<?php go('a", "<?php go('a"],
    ['<?php go(<<<A\nx', '<?php go(<<<A\nx'],
  ])('%s', (text, code) => {
    expect(php('a.phtml', text)).toBe(code);
  });

  it.each([
    ["<script>go('<?= $a ?>', <?php echo b($a); ?>)</script>", 'go((W), W)'],
    ['<script>go("<?php the_id() ?>", <?php the_id() ?>)</script>', 'go((W), W)'],
    [
      '<script><?php if ($a): ?>go(1);<?php else: ?>go(2);<?php endif; ?></script>',
      'if(W){go(1);}else{go(2);}',
    ],
    ['<script><?php foreach ($a as $b) { ?>go(1);<?php } ?></script>', 'if(W){go(1);}'],
    ["<?php $a = '<script>go(1)</script>' ?><script>go(2)</script>", 'go(2)'],
  ])('%s', (text, code) => {
    expect(script('a.php', text)).toBe(code);
  });
});

describe('PHP of a template of Blade', () => {
  it.each([
    ['{{ a($b) }} {!! c() !!} {{{ d() }}}', 'a($b) ;\n c() ;\n d() ;'],
    ['@{{ a }} @{!! b !!} {{-- go() --}} @{{-- go() --}}', ''],
    ['@php go() @endphp @php(run($a))', 'go() ;\nrun($a);'],
    ['@php ($a = 1)', '$a = 1;'],
    ['<?php go() ?> <?= run() ?>', 'go() ;\n run() ;'],
    [
      '@if(a(")")) b {{ c }} @elseif (d) @else {{ e }} @endif',
      'if(a(")")){ c ;\n}elseif(d){}else{ e ;\n}',
    ],
    ['@unless($a) {{ b }} @endunless', 'if(!($a)){ b ;\n}'],
    ['@foreach(a() as $b) {{ $b }} @endforeach', 'foreach(a() as $b){ $b ;\n}'],
    [
      '@forelse($a as $b) {{ $b }} @empty {{ c() }} @endforelse',
      'foreach($a as $b){ $b ;\n}if($may){ c() ;\n}',
    ],
    ['@empty($a) {{ b }} @endempty', 'if(empty($a)){ b ;\n}'],
    [
      '@switch($a) @case(1) {{ b }} @break @default {{ c }} @endswitch',
      'switch($a){case 1: b ;\nbreak;default: c ;\n}',
    ],
    ["@can('a', $b) {{ c }} @else {{ d }} @endcan", "['a', $b];\nif($may){ c ;\n}else{ d ;\n}"],
    ['@auth {{ a }} @elseguest {{ b }} @endauth', 'if($may){ a ;\n}elseif($may){ b ;\n}'],
    ["@section('a') {{ b() }} @endsection", "['a'];\n{ b() ;\n}"],
    ["@section('a') {{ b() }} @show @yield('c')", "['a'];\n{ b() ;\n}['c'];"],
    [
      "@inject('a', 'App\\Rc')@inject('b', \"App\\\\Rc\")",
      '$a=new \\App\\Rc();\n$b=new \\App\\Rc();',
    ],
    ['@inject("a", App\\Rc::class) @json(go())', '$a=new \\App\\Rc();\n[go()];'],
    ["@include('a', ['b' => go()])", "['a', ['b' => go()]];"],
    ['<x-a :b="go($c)" d="e" :f=\'g()\' /> <a :href="h()">', 'go($c);\ng();'],
    ['@verbatim {{ a }} @endverbatim {{ b }}', 'b ;'],
    ['@media (max-width: 1px) {} a@if(b) @@if(c) @click="d" me@test.org', ''],
    // what is not closed, or closed twice
    ['@if(a) {{ b }}', 'if(a){ b ;\n}'],
    ['@if(a @foreach($b as $c) {{ d }} @endforeach', 'foreach($b as $c){ d ;\n}'],
    ['@endif @else {{ a }} @endforeach', 'a ;'],
    ['@if(a) @foreach($b as $c) @endif {{ d }}', 'if(a){foreach($b as $c){}} d ;'],
    ['{{ a }} {{ b', 'a ;'],
    ['@php go()', ''],
  ])('%s', (text, code) => {
    expect(
      php('a.blade.php', text)
        .replace(/^<\?php\s*/, '')
        .replace(/\$may\d+/g, '$may'),
    ).toBe(code);
  });

  it.each([
    ["go('{{ $a }}/b', {!! $c !!}, @json($d), '@{{ e }}')", "go((''+W+'/b'), W, W, '@{{ e }}')"],
    [
      '@if($a)\ngo(1);\n@elseif($b)\ngo(2);\n@else\ngo(3);\n@endif',
      'if(W){\ngo(1);\n}else if(W){\ngo(2);\n}else{\ngo(3);\n}',
    ],
    ['@auth go(1); @else go(2); @endauth', 'if(W){ go(1); }else{ go(2); }'],
    ['@foreach($a as $b) go(1); @endforeach', 'if(W){ go(1); }'],
    ['@php $a = 1; @endphp go(2); {{-- go(3) --}}', ' go(2); '],
    ["go('/a@if($b)/c@endif')", "go('/a@if($b)/c@endif')"],
    ["go('/a/@if($b)/c@else/d @endif/e')", "go(('/a/'+W+'/e'))"],
    ['@verbatim go({{ a }}) @endverbatim', '@verbatim go({{ a }}) @endverbatim'],
  ])('in a script: %s', (text, code) => {
    expect(script('a.blade.php', `<script>${text}</script>`)).toBe(code);
  });
});
