// Ruby sources, each with calls of `probe1`, `probe2`, ... in the positions that a line names; none of the calls may be lost.

/** What is tested, and the source. */
export const cases: readonly (readonly [what: string, source: string])[] = [
  [
    'arguments',
    'a probe1(1), *probe2(2), b: probe3(3), "c#{probe4(4)}": 5, probe6(6) => probe7(7), **probe8(8), &probe9(9)',
  ],
  [
    'receivers and blocks',
    `probe1(1).a(probe2(2)) { probe3(3) }
probe4(4).each { |x| probe5(x) }
probe6(6)&.b(probe7(7)) do |y| probe8(y) end
probe9::(10)`,
  ],
  ['a call without a name', 'a.(probe1(1)); probe2(2).()'],
  ['bare words', 'probe1; a.b = probe2; x = [probe3, { c: probe4 }]; probe5.d'],
  ['a hash that names what it holds', 'a(probe1:); x = { probe2: }'],
  [
    'indexes',
    'a[probe1(1)]; b[probe2(2), *probe3(3)]; probe4(4)[0]; c[d: probe5(5)]; e[probe6(6)] { probe7(7) }',
  ],
  [
    'sending by name',
    `a.send(:b, probe1(1)); a.send(probe2(2), probe3(3)); probe4(4).public_send(:c, *probe5(5))
method(:a).call(probe6(6)); method(probe7(7)); a.method(probe8(8))`,
  ],
  [
    'new objects',
    `A.new(probe1(1)) { probe2(2) }; new(probe3(3)); self.class.new(probe4(4)); probe5(5).new(probe6(6))
Proc.new { probe7(7) }; A::B.new probe8(8)`,
  ],
  [
    'super and yield',
    `class A < B
  def a(b)
    super(probe1(1), c: probe2(2)) { probe3(3) }
    super probe4(4), *probe5(5)
    super.probe6
    yield probe7(7), *probe8(8), d: probe9(9)
    yield(probe10(10)).probe11
  end
end`,
  ],
  [
    'arrays and hashes',
    'x = [probe1(1), *probe2(2), a: probe3(3), **probe4(4)]; y = { b: probe5(5), probe6(6) => 7, "c#{probe8(8)}" => 1, **probe9(9) }',
  ],
  [
    'ranges',
    'a(probe1(1)..probe2(2)); x = (probe3(3)...); y = (..probe4(4)); z[probe5(5)..]; probe6(6)..probe7(7)',
  ],
  [
    'operators',
    `a + probe1(1); probe2(2) - probe3(3); x = !probe4(4); y = -probe5(5); not probe6(6); z = ~probe7(7)
probe8(8) == probe9(9); "%s" % probe10(10); a << probe11(11); x << probe12(12); b =~ probe13(13)
c <=> probe14(14); 1 + probe15(15)`,
  ],
  [
    'logical operators',
    `probe1(1) && probe2(2) && probe3(3); probe4(4) || probe5(5) || probe6(6); probe7(7) and probe8(8) or probe9(9)
x = probe10(10) && probe11(11) && probe12(12); y = probe13(13) || probe14(14); a(probe15(15) || (b = probe16(16)))
probe17(17) or raise probe18(18); z = probe19(19) || raise(probe20(20)); x = probe21(21) && raise(probe22(22))`,
  ],
  [
    'a ternary',
    `x = probe1(1) ? probe2(2) : probe3(3)
probe4(4) ? probe5(5) : probe6(6)
y = a ? (b = probe7(7)) : raise(probe8(8))
a(b ? probe9(9) : probe10(10))`,
  ],
  [
    'defined?',
    'defined?(probe1(1)); x = defined?(probe2(2)) ? probe3(3) : 4; a if defined? probe5(5)',
  ],
  [
    'assignments',
    `a = probe1(1); b = c = probe2(2); probe3(3).d = probe4(4); e[probe5(5)] = probe6(6); F = probe7(7)
@g = probe8(8); $h = probe9(9); @@i = probe10(10); F::G = probe11(11); self.j = probe12(12); probe13(13)::K = 1
l = probe14(14) rescue probe15(15); m = *probe16(16); n = probe17(17), *probe18(18); probe19(19)&.o = probe20(20)`,
  ],
  [
    'assignments with an operator',
    `a += probe1(1); b ||= probe2(2); c &&= probe3(3); d.e ||= probe4(4); f[probe5(5)] += probe6(6); @g -= probe7(7)
probe8(8).h ||= probe9(9); I ||= probe10(10); j ||= begin
  probe11(11)
  probe12(12)
end
k ||= raise(probe13(13)); l[probe14(14)] ||= raise; m <<= probe15(15); n **= probe16(16); A::B ||= probe17(17)
probe18(18)&.o ||= probe19(19)`,
  ],
  [
    'assignments to several',
    `a, b = probe1(1); c, d = probe2(2), probe3(3); e, *f = probe4(4), probe5(5); *g = *probe6(6), probe7(7)
h.i, j[probe8(8)], *k.l = probe9(9); (m, n), o = probe10(10), probe11(11); p, q = probe12(12) rescue probe13(13)
probe14(14).r, s = 1, probe15(15); t, *u[probe16(16)] = v; x = (y, z = probe17(17), probe18(18))
b, a = a, probe19(19)`,
  ],
  [
    'strings',
    `"a#{probe1(1)}"; 'b' "c#{probe2(2)}"; :"d#{probe3(3)}"; /e#{probe4(4)}/; \`f#{probe5(5)}\`; %x(g#{probe6(6)})
%W[h#{probe7(7)} i]; %I[j#{probe8(8)}]; %Q(k#{probe9(9)}); %r{l#{probe10(10)}}; "#{probe11(11); probe12(12)}"
"#{a = probe13(13)}#{"#{probe14(14)}"}"; %(m#{probe15(15) if probe16(16)}); %s(n)`,
  ],
  [
    'heredocs',
    `a(<<~A, probe1(1), <<-B)
  a #{probe2(2)}
A
  b #{probe3(3)} #{c(probe4(4))}
B
x = [<<~D.strip,
  #{probe5(5)}
D
  probe6(6)]
y = <<~\`E\`
  #{probe7(7)}
E
probe8(8)`,
  ],
  [
    'if and unless',
    `if probe1(1) then probe2(2) elsif probe3(3) then probe4(4) else probe5(5) end
unless probe6(6) then probe7(7) else probe8(8) end
x = if probe9(9) then probe10(10) elsif probe11(11) then probe12(12) else probe13(13) end
if (a = probe14(14)) && probe15(15) then probe16(16) end`,
  ],
  [
    'modifiers',
    `probe1(1) if probe2(2); probe3(3) unless probe4(4); probe5(5) while probe6(6); probe7(7) until probe8(8)
probe9(9) rescue probe10(10); x = (probe11(11) if probe12(12)); begin; probe13(13); end while probe14(14)
a = probe15(15) if probe16(16); y = (probe17(17) while probe18(18)); z = probe19(19) unless probe20(20)`,
  ],
  [
    'case with when',
    `case probe1(1)
when probe2(2), probe3(3) then probe4(4)
when *probe5(5), ->(x) { probe6(x) }
  probe7(7)
else probe8(8)
end
x = case probe9(9) when probe10(10) then probe11(11) else probe12(12) end`,
  ],
  [
    'case without a subject',
    `case
when probe1(1), (a = probe2(2)) then probe3(3)
when probe4(4) then probe5(5)
end`,
  ],
  [
    'case with in',
    `case probe1(1)
in { a: ^(probe2(2)), b: [c, *d] => e, **f } if probe3(3) then probe4(4)
in [Integer => g, *] unless probe5(5) then probe6(6)
in A(h:, i: "#{probe7(7)}") | [^(probe8(8))] then probe9(9)
in ->(x) { probe10(x) } then probe11(11)
in /#{probe12(12)}/ => j if (k = probe13(13)) then probe14(14)
in [*, ^(probe15(15)), *l] then probe16(16)
in A[^(probe17(17))..] then 1
else probe18(18)
end
x = case a in b if probe19(19) then probe20(20) end`,
  ],
  [
    'patterns outside of case',
    `probe1(1) => { a: }
probe2(2) => [^(probe3(3)), b]
probe4(4) if probe5(5) in [c, *]
x = (probe6(6) in { d: String => e })`,
  ],
  [
    'begin and rescue',
    `begin
  probe1(1)
rescue probe2(2), *probe3(3), A::B => a
  probe4(4)
  retry if probe5(5)
rescue => b[probe6(6)]
  probe7(7)
  raise C, probe8(8)
else
  probe9(9)
ensure
  probe10(10)
end
x = begin
  probe11(11)
rescue probe12(12) => e
  probe13(13)
else
  probe14(14)
ensure
  probe15(15)
end`,
  ],
  [
    'rescue without begin',
    `def a
  probe1(1)
rescue probe2(2)
  probe3(3)
else
  probe4(4)
ensure
  probe5(5)
end
b do
  probe6(6)
rescue probe7(7) => e
  probe8(8)
ensure
  probe9(9)
end
class A
  probe10(10)
rescue probe11(11)
  probe12(12)
else
  probe13(13)
ensure
  probe14(14)
end
def c = probe15(15) rescue probe16(16)
->(x) do
  probe17(17)
rescue
  probe18(18)
end`,
  ],
  [
    'loops',
    `while probe1(1) do probe2(2) end
until probe3(3)
  probe4(4)
end
for a in probe5(5) do probe6(6) end
for b.c, d[probe7(7)] in probe8(8) do next if probe9(9) end
loop { break probe10(10) if probe11(11) }
x = while probe12(12) do break probe13(13) end
for e in probe14(14), probe15(15) do end`,
  ],
  [
    'blocks that loop',
    `probe1(1).each { |a, b = probe2(2), (c, *d), *e, f: probe3(3); g| probe4(4) }
probe5(5).upto(probe6(6)) { |a| probe7(a) }
1.step(probe8(8), probe9(9)) { probe10(10) }
probe11(11).each_with_index(probe12(12)) { |a, i| next probe13(13) }
probe14(14).times { probe15(it) }
probe16(16).each { probe17(_1) }
x = probe18(18).each { |a| probe19(a) }
a&.each { |b| redo if probe20(20) }`,
  ],
  [
    'leaving',
    `def a
  return probe1(1), *probe2(2), b: probe3(3) if probe4(4)
  c { next probe5(5); break probe6(6) }
  probe7(7) or return probe8(8)
  probe9(9) and raise A.new(probe10(10)), probe11(11), cause: probe12(12)
  throw :d, probe13(13) unless probe14(14)
  exit probe15(15) if e
  abort(probe16(16)) || probe17(17)
  fail probe18(18) rescue probe19(19)
  Kernel.raise probe20(20) if Process.exit(probe21(21))
  raise
  probe22(22)
end`,
  ],
  [
    'methods',
    `def a(b = probe1(1), *c, d: probe2(2), e: (f = probe3(3)), **g, &h) = probe4(4)
def (probe5(5)).i(j = probe6(6)) = k
def self.l(m = probe7(7) || n) = probe8(8)
x = def o = probe9(9)
private def p(q = probe10(10)) = probe11(11)
define_method(:r, probe12(12)) { |s = probe13(13)| probe14(14) }
define_method(probe15(15)) { probe16(16) }
let(:t) { probe17(17) }`,
  ],
  [
    'methods of a class',
    `class A
  def a(b = probe1(1), c: probe2(2), d: (e = probe3(3))) = f
  def self.g(h = probe4(4)) = probe5(5)
  def initialize(i = probe6(6)) = @i = probe7(7)
end`,
  ],
  [
    'lambdas and blocks',
    `x = ->(a = probe1(1), b: probe2(2)) { probe3(3) }
y = -> c, d = probe4(4) do probe5(5) end
lambda { |e = probe6(6)| probe7(7) }
proc do |f, g: probe8(8)| probe9(9) end
h { |i, (j, k), l = (m = probe10(10)), n: probe11(11)| probe12(12) }
-> { probe13(13) }.call(probe14(14))
o(->(p = probe15(15)) { probe16(16) })
q probe17(17) { probe18(18) } do probe19(19) end`,
  ],
  [
    'the head of a class',
    `class A < Struct.new(:a, probe1(1)); def b = probe2(2); end
class C < probe3(3); end
class probe4(4)::D < E; probe5(5); end
module probe6(6)::F; probe7(7); end
class << probe8(8)
  def g = probe9(9)
  probe10(10)
end
class H::I < J[probe11(11)]; end`,
  ],
  [
    'the body of a class',
    `class A
  probe1 :a, b: probe2(2)
  C = probe3(3)
  @@d = probe4(4)
  include probe5(5), E[probe6(6)]
  extend(probe7(7)) if probe8(8)
  attr_reader :f, *probe9(9)
  class_attribute :g, default: probe10(10)
  private attr_reader(:h, probe11(11))
  private(*probe12(12))
  public_constant probe13(13)
  probe14(14).each { |i| define_method(i) { probe15(15) } }
  class << self
    attr_accessor :j, *probe16(16)
    probe17(17)
    def k(l = probe18(18)) = probe19(19)
  end
  if probe20(20) then probe21(21) else probe22(22) end
  scope :m, -> { probe23(23) }
  private_class_method def self.n = probe24(24)
  alias o p
  begin
    probe25(25)
  rescue
    probe26(26)
  end
end`,
  ],
  [
    'classes that are made',
    `A = Struct.new(:a, probe1(1), keyword_init: probe2(2)) do
  probe3(3)
  def b = probe4(4)
end
B = Class.new(probe5(5)) { |c = probe6(6)| probe7(7) }
C = Data.define(:d, *probe8(8)) { def e(f = probe9(9)) = probe10(10) }
D = Module.new do
  probe11(11)
rescue probe12(12)
  probe13(13)
ensure
  probe14(14)
end
g = Class.new(probe15(15)) { probe16(16) }
E = F = Struct.new(probe17(17))`,
  ],
  [
    'what a file takes from others',
    `require 'a'
load probe1(1), 'b'
require probe2(2)
require_relative "c#{probe3(3)}"
autoload :D, probe4(4)
autoload(probe5(5), 'e')`,
  ],
  ['BEGIN and END', 'BEGIN { probe1(1) }\nEND { probe2(2); probe3(3) }\nat_exit { probe4(4) }'],
  [
    'alias and undef',
    'alias :"a#{probe1(1)}" b\nundef :"c#{probe2(2)}", d\nalias $e $f\nprobe3(3)',
  ],
  ['what stands before the end of the program', 'probe1(1)\nprobe2\n__END__\na(1)'],
  [
    'parentheses',
    'x = (probe1(1); probe2(2)); a((b = probe3(3); b)); (probe4(4)); ((probe5(5))).c; y = begin probe6(6); probe7(7) end',
  ],
  [
    'an unclosed bracket',
    `probe1(1)
a(probe2(2), [probe3(3)
probe4(4)
def b(c = probe5(5))
  probe6(6)
end
class D
  def e = probe7(7)
end`,
  ],
  [
    'an unclosed brace',
    `probe1(1)
x = { a: probe2(2), b: [probe3(3)
def c
  probe4(4)
end`,
  ],
  [
    'an unclosed string',
    `probe1(1)
a "b #{probe2(2)
probe3(3)`,
  ],
  [
    'a bracket too much',
    `def a
  probe1(1)
  ) ]
  probe2(2)
end }
probe3(3)`,
  ],
  [
    'a stray token in a class',
    `class A
  probe1(1)
  ) ]
  def b = probe2(2)
  => *
  C = probe3(3)
  def d(e = probe4(4), )) probe5(5)
    probe6(6)
  end
end
probe7(7)`,
  ],
  [
    'half a statement',
    `probe1(1)
x = probe2(2) +
probe3(3).
probe4(4)
if probe5(5)
  probe6(6)
def a(
  probe7(7)
probe8(8) ?`,
  ],
  [
    'an end too few',
    `class A
  def b
    if probe1(1)
      probe2(2)
  end
  def c = probe3(3)
end
probe4(4)`,
  ],
  [
    'an end too much',
    `def a
  probe1(1)
end
end
probe2(2)
class B
  def c
    probe3(3)
  end
  end
  def d = probe4(4)
end`,
  ],
  [
    'clauses that are broken',
    `case probe1(1)
when then probe2(2)
when probe3(3), ) then probe4(4)
in
else probe5(5)
end
begin
  probe6(6)
rescue ( => e
  probe7(7)
ensure
  probe8(8)
end
for in probe9(9) do probe10(10) end
while do probe11(11) end
a ? : probe12(12)
b ||= ; probe13(13)`,
  ],
  [
    'a conflict among statements',
    `probe1(1)
<<<<<<< HEAD
a = probe2(2)
probe3(3)
=======
a = probe4(4)
probe5(5)
>>>>>>> branch
probe6(6)
def b
  probe7(7)
end`,
  ],
  [
    'a conflict in a method',
    `class A
  def b
    probe1(1)
<<<<<<< HEAD
    if probe2(2)
      probe3(3)
    end
=======
    probe4(4) do |c|
      probe5(c)
    end
>>>>>>> 1234abcd (text of a commit)
    probe6(6)
  end

  def d = probe7(7)
end
probe8(8)`,
  ],
  [
    'a conflict in a class and in a hash',
    `class A
  probe1(1)
<<<<<<< ours
  def b = probe2(2)
||||||| base
  def b = probe3(3)
=======
  def b(c = probe4(4)) = probe5(5)
>>>>>>> theirs
  D = {
    e: probe6(6),
<<<<<<< ours
    f: probe7(7),
=======
    f: probe8(8),
>>>>>>> theirs
    g: probe9(9),
  }
  def h = probe10(10)
end`,
  ],
];
