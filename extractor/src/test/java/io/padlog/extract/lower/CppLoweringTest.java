package io.padlog.extract.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.syntax.Declaration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row is the body of a method and its graph, as {@link GraphText} has it, without entry and exit. */
class CppLoweringTest {
    private static final String BEFORE = """
        struct Lock { void Acquire(int how = 7); void Release(); static void Count(); int handle; };
        template <typename T> class Holder { public: T &held; Holder(T &t) : held(t) { } };
        class Guard { Lock &m_lock; public: Guard(Lock &lock) : m_lock(lock) { } ~Guard() { } };
        struct Base { int inherited; void Own(Lock &lock); };
        enum class Mode { Off, On = 4 };
        int use(int); Lock *find();
        class Test : public Base { Lock m_lock; Lock *m_next; Lock &m_ref; Holder<Lock> m_holder; int x; static int s_count;
            void f(int a, Lock &ref, Test *other); };
        void Test::f(int a, Lock &ref, Test *other) {""";

    private static String graph(String body) {
        List<ControlFlowGraph> graphs = Graphs.ofCpp(BEFORE + body + "}");
        List<String> lines = GraphText.lines(graphs.get(graphs.size() - 1));
        return String.join("; ", lines.subList(1, lines.size() - 1));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # where the block is left, on every way
        auto u = end([&] { use(a); }); if (x) return; x = 1;  => `
            1 branch this->x T->4 F->2; 2 this->x = 1 ->3; 3 call use(a) ->6; 4 call use(a) ->5; 5 return ->exit; 6 return ->exit`
        # a return in it ends it and no more
        { End u([&] { if (x) return; use(a); }); } x = 1;     => `
            1 branch this->x T->3 F->2; 2 call use(a) ->3; 3 this->x = 1 ->4; 4 return ->exit`
        # dismissed, or run early
        { auto u = end([&] { use(a); }); u.release(); }       => `
            1 u.armed = 1 ->2; 2 u.armed = 0 ->3; 3 branch u.armed T->4 F->5; 4 call use(a) ->5; 5 return ->exit`
        # what is used otherwise is no guard, nor is the lambda itself
        { auto u = end([&] { use(a); }); use(u); }            => `
            1 call end(Test::f::lambda1) ->2; 2 u = t1 ->3; 3 call use(u) ->4; 4 return ->exit`
        auto u = [&] { use(a); };                             => 1 u = Test::f::lambda1 ->2; 2 return ->exit
        """)
    void scopeGuards(String body, String expected) {
        List<ControlFlowGraph> graphs = Graphs.ofCpp(BEFORE + body + "}");
        ControlFlowGraph function = graphs.stream()
                .filter(graph -> graph.function().identifier().equals("Test::f")).findFirst().orElseThrow();
        List<String> lines = GraphText.lines(function);

        assertThat(String.join("; ", lines.subList(1, lines.size() - 1))).isEqualToNormalizingWhitespace(expected.trim());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        use([](int b) { return b; }(a));            => Test::f::lambda1(int b)
        use([this](int b) { x = b; });              => `Test::f::lambda1(Test * this, int b)`
        use([&] { x = 1; });                        => Test::f::lambda1(Test * this)
        use([&a] { a = 1; });                       => Test::f::lambda1()
        use([] { return [] { return 1; }(); }());   => Test::f::lambda1::lambda1()
        """)
    void lambdas(String body, String last) {
        List<ControlFlowGraph> graphs = Graphs.ofCpp(BEFORE + body + "}");
        Declaration.Function function = graphs.get(graphs.size() - 1).function();

        assertThat(function.identifier() + "(" + function.parameters().stream()
                .map(parameter -> parameter.type().text() + " " + parameter.identifier()).collect(Collectors.joining(", ")) + ")")
            .isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # members
        x = a;                          => 1 this->x = a ->2; 2 return ->exit
        this->x = inherited;            => 1 this->x = this->inherited ->2; 2 return ->exit
        s_count = 1; Test::s_count = 2; => 1 Test::s_count = 1 ->2; 2 Test::s_count = 2 ->3; 3 return ->exit
        { int x; x = a; } x = a;        => 1 x = a ->2; 2 this->x = a ->3; 3 return ->exit
        x = (int)Mode::On;              => 1 this->x = 4 ->2; 2 return ->exit
        other->x = Base::inherited;     => 1 other->x = this->inherited ->2; 2 return ->exit
        # methods: the object comes first, and what was left out last
        m_lock.Release();               => 1 call Lock::Release(&this->m_lock) ->2; 2 return ->exit
        m_next->Acquire();              => 1 call Lock::Acquire(this->m_next, 7) ->2; 2 return ->exit
        other->m_lock.Acquire(a);       => 1 call Lock::Acquire(&other->m_lock, a) ->2; 2 return ->exit
        find()->Release();              => 1 call find() ->2; 2 call Lock::Release(t1) ->3; 3 return ->exit
        static_cast<Lock *>(p)->Release();  => 1 call Lock::Release(p) ->2; 2 return ->exit
        Lock::Count(); m_lock.Count();  => 1 call Lock::Count() ->2; 2 call Lock::Count() ->3; 3 return ->exit
        f(a, ref, other);               => 1 call Test::f(this, a, ref, other) ->2; 2 return ->exit
        other->unknown(a);              => 1 call other->unknown(a) ->2; 2 return ->exit
        # references
        ref.Release();                  => 1 call Lock::Release(ref) ->2; 2 return ->exit
        m_ref.Release();                => 1 call Lock::Release(this->m_ref) ->2; 2 return ->exit
        m_holder.held.Release();        => 1 call Lock::Release(this->m_holder.held) ->2; 2 return ->exit
        Own(m_lock); Own(*m_next);      => 1 call Base::Own(this, &this->m_lock) ->2; 2 call Base::Own(this, this->m_next) ->3; 3 return ->exit
        Lock &l = m_lock; l.handle = 1; => 1 l = &this->m_lock ->2; 2 l->handle = 1 ->3; 3 return ->exit
        auto p = find(); p->Release();  => 1 call find() ->2; 2 p = t1 ->3; 3 call Lock::Release(p) ->4; 4 return ->exit
        # new and delete
        m_next = new Lock;              => 1 call operator new() ->2; 2 this->m_next = t1 ->3; 3 return ->exit
        auto g = new Guard(m_lock);     => `
            1 call operator new() ->2; 2 call Guard::Guard(t1, &this->m_lock) ->3; 3 g = t1 ->4; 4 return ->exit`
        delete other;                   => 1 call operator delete(other) ->2; 2 return ->exit
        # values
        int n(a), m{a}; x = int(a);     => 1 n = a ->2; 2 m = ?{a}? ->3; 3 m[0] = a ->4; 4 this->x = a ->5; 5 return ->exit
        if (Lock *l = find()) use(1);   => 1 call find() ->2; 2 l = t1 ->3; 3 branch l T->4 F->5; 4 call use(1) ->5; 5 return ->exit
        throw use(a);                   => 1 call use(a) ->2; 2 join throw
        """)
    void membersAndMethods(String body, String expected) {
        assertThat(graph(body)).isEqualToNormalizingWhitespace(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # an object begins where it is declared, and ends on each way out of its block
        Guard g(m_lock); use(1); => `
            1 call Guard::Guard(&g, &this->m_lock) ->2; 2 g.m_lock = &this->m_lock ->3; 3 call use(1) ->4;
            4 call Guard::~Guard(&g) ->5; 5 return ->exit`
        { Guard g{ref}; } use(1); => `
            1 call Guard::Guard(&g, ref) ->2; 2 g.m_lock = ref ->3; 3 call Guard::~Guard(&g) ->4; 4 call use(1) ->5;
            5 return ->exit`
        Guard g(ref); if (a) return; use(1); => `
            1 call Guard::Guard(&g, ref) ->2; 2 g.m_lock = ref ->3; 3 branch a T->6 F->4; 4 call use(1) ->5;
            5 call Guard::~Guard(&g) ->8; 6 call Guard::~Guard(&g) ->7; 7 return ->exit; 8 return ->exit`
        while (a) { Guard g(ref); if (x) break; if (s_count) continue; use(1); } => `
            1 join while ->2; 2 branch a T->3 F->11; 3 call Guard::Guard(&g, ref) ->4; 4 g.m_lock = ref ->5;
            5 branch this->x T->9 F->6; 6 branch Test::s_count T->10 F->7; 7 call use(1) ->8;
            8 call Guard::~Guard(&g) ->1; 9 call Guard::~Guard(&g) ->11; 10 call Guard::~Guard(&g) ->1; 11 return ->exit`
        { Guard g(ref); if (a) goto out; inner: if (x) goto inner; } out: use(1); => `
            1 call Guard::Guard(&g, ref) ->2; 2 g.m_lock = ref ->3; 3 branch a T->7 F->4; 4 join inner ->5;
            5 branch this->x T->4 F->6; 6 call Guard::~Guard(&g) ->8; 7 call Guard::~Guard(&g) ->8; 8 join out ->9;
            9 call use(1) ->10; 10 return ->exit`
        Guard g(ref), h(m_lock); => `
            1 call Guard::Guard(&g, ref) ->2; 2 g.m_lock = ref ->3; 3 call Guard::Guard(&h, &this->m_lock) ->4;
            4 h.m_lock = &this->m_lock ->5; 5 call Guard::~Guard(&h) ->6; 6 call Guard::~Guard(&g) ->7; 7 return ->exit`
        static Guard g(ref); Guard *p; Guard &r = *p; => 1 r = p ->2; 2 return ->exit
        """)
    void objectsLiveInTheirBlock(String body, String expected) {
        assertThat(graph(body)).isEqualToNormalizingWhitespace(expected);
    }

    @Test
    void aConstructorBeginsWithBasesAndFieldsAndADestructorEndsWithThem() {
        List<ControlFlowGraph> graphs = Graphs.ofCpp("""
                struct A { A(int i) {} ~A() {} };
                struct B { B() {} ~B() {} };
                struct C : A { B b; int n; int &r; C(int i, int &j) : r(j), n(2), A(i) { n = 3; } ~C() { if (n) return; n = 4; } };
                """);

        assertThat(GraphText.lines(graphs.get(4))).containsExactly("0 entry ->1", "1 call A::A(this, i) ->2",
                "2 call B::B(&this->b) ->3", "3 this->n = 2 ->4", "4 this->r = j ->5", "5 this->n = 3 ->6", "6 return ->exit",
                "7 exit");
        assertThat(GraphText.lines(graphs.get(5))).containsExactly("0 entry ->1", "1 branch this->n T->5 F->2",
                "2 this->n = 4 ->3", "3 call B::~B(&this->b) ->4", "4 call A::~A(this) ->8", "5 call B::~B(&this->b) ->6",
                "6 call A::~A(this) ->7", "7 return ->exit", "8 return ->exit", "9 exit");
    }

    @Test
    void tooManyObjectsAreTold() {
        ControlFlowGraph graph = Graphs.ofCpp("struct G { G(); ~G(); }; void f(int a) { " + "G g; if (a) return; ".repeat(1000) + "}")
                .get(0);

        assertThat(graph.complete()).isFalse();
        assertThat(graph.nodes().stream().filter(Node.Opaque.class::isInstance)).isNotEmpty();
        assertThat(graph.nodes()).hasSizeLessThan(50_000);
    }
}
