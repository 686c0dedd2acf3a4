package io.padlog.extract.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Statement;
import io.padlog.extract.syntax.TranslationUnit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Depth, length and damage that no author intends. */
class HostileInputTest {
    private static final int MANY = 30_000;
    private static final SourceFile CPP = new SourceFile(Path.of("test.cpp"), "test.cpp");

    /** The stack that a thread has by default. */
    private static TranslationUnit parseOnSmallStack(String source) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<TranslationUnit> result = new AtomicReference<>();
        Thread thread = new Thread(null, () -> {
            try {
                result.set(new Parser().parse(PlainTokens.FILE, new PlainTokens(source)));
                new Parser().parse(CPP, new PlainTokens(source));
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        }, "small", 1024 * 1024);
        thread.start();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> thread.join());
        assertThat(failure.get()).withFailMessage(() -> failure.get().toString()).isNull();
        return result.get();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # opening => middle => closing
        {               => ;      => }
        x = (           => 1      => );
        f(              => 1      => );
        x = a[          => 1      => ];
        x = (T)         => y;     => -
        x = (           => -      => -
        {               => -      => -
        f(              => -      => -
        if (a)          => b;     => -
        if (a) b; else while (c) => d; => -
        while (a)       => b;     => -
        for (;;)        => b;     => -
        do              => b;     => while (a);
        switch (a)      => b;     => -
        each(a) {       => b;     => }
        __try {         => b;     => } __finally { }
        !               => b;     => -
        - -             => b;     => -
        *               => b;     => -
        x = y.          => z;     => -
        a = ({          => b;     => });
        a =             => b;     => -
        a ? b :         => c;     => -
        a ?             => b;     => : c
        int             => x;     => -
        int (           => x      => );
        struct { struct s => x;   => } y;
        int x[] = {     => 1      => };
        sizeof          => x;     => -
        sizeof(         => x      => );
        x = _In_(       => 1      => );
        static T a(     => b      => );
        typedef         => b;     => -
        ( {             => b;     => -
        ) ]             => b;     => -
        else            => b;     => -
        ] (             => b;     => -
        f(a, (          => b;     => -
        x[(             => b;     => -
        struct A A      => A;     => -
        struct A(1) A   => A;     => -
        T               => A;     => -
        f(a, a) int a;  => -      => -
        <               => b;     => -
        @               => b;     => -
        case 1 ?        => b;     => -
        goto            => b;     => -
        T (*            => a      => )(int)
        (T *            => a      => )
        asm {           => b;     => }
        [[              => b;     => ]]
        extern "C" {    => int b; => }
        # C++
        class A {       => int b; => };
        struct A { void f() { => b; => } };
        namespace a {   => int b; => }
        template <      => b;     => -
        template <class T> => int b; => -
        a<              => b      => >(c);
        a::             => b;     => -
        ::              => b;     => -
        ~A(             => b;     => -
        new T(          => b      => );
        new (           => b;     => -
        delete          => b;     => -
        operator        => b;     => -
        x = [](int a) { => b;     => };
        x = [           => b;     => ] (a) { }
        static_cast<T>( => b      => );
        static_cast<    => b      => >(a);
        try {           => b;     => } catch (...) { }
        catch (         => b;     => -
        A(int a) : b(   => b      => ) { }
        if (T a =       => b;     => -
        for (T a :      => b;     => -
        f({             => b      => });
        T a{            => b      => };
        using           => b;     => -
        friend          => b;     => -
        enum class E : int { => A => };
        """)
    void survivesDepthInAFunction(String opening, String middle, String closing) {
        String close = closing.equals("-") ? "" : closing;
        String body = opening.concat(" ").repeat(MANY) + (middle.equals("-") ? "" : middle) + close.concat(" ").repeat(MANY);
        TranslationUnit unit = parseOnSmallStack("void f() {\n a; " + body + ";\n}\nint g() { b; }\n");
        assertThat(unit.declarations()).isNotEmpty();
        TranslationUnit global = parseOnSmallStack(body + ";\nint g() { b; }\n");
        assertThat(global.diagnostics().size() + global.declarations().size()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        {         => ;  => }
        x = (     => 1  => );
        if (a)    => b; => ``
        !         => b; => ``
        a =       => b; => ``
        a ? b :   => c; => ``
        f(        => 1  => );
        """)
    void losesOnlyTheStatementThatIsTooDeep(String opening, String middle, String closing) {
        TranslationUnit unit = parseOnSmallStack("void f() {\n a;\n " + opening.repeat(600) + middle
            + closing.replace(";", "").repeat(600) + ";\n b; }\nint g;");
        assertThat(unit.declarations()).hasSize(2);
        assertThat(unit.diagnostics()).isNotEmpty().allMatch(d -> d.kind() == Diagnostic.Kind.TOO_DEEP);
        Statement.Block body = ((Declaration.Function) unit.declarations().get(0)).body();
        assertThat(body.statements().get(0)).isInstanceOf(Statement.Evaluate.class);
        assertThat(body.statements().get(body.statements().size() - 1)).isInstanceOf(Statement.Evaluate.class);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        {         => ;  => }
        x = (     => 1  => )
        if (a)    => b; => ``
        f(        => 1  => )
        do {      => b; => } while (a);
        x = ({    => b; => });
        int x[] = { { => 1 => } }
        """)
    void readsWhatIsNearlyTooDeepOnASmallStack(String opening, String middle, String closing) {
        String first = opening.replaceFirst("x = |int x\\[\\] = ", "");
        String lead = opening.substring(0, opening.length() - first.length());
        int times = first.contains("{ {") || first.equals("f(") ? 250 : first.length() > 1 && first.contains("{") ? 160 : 480;
        TranslationUnit unit = parseOnSmallStack(
            "void f() { " + lead + first.repeat(times) + middle + closing.repeat(times) + "; }");
        assertThat(unit.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # first => again and again => last
        x = a                 => + b          => ;
        x = a                 => + b * c      => ;
        x = a                 => + *b->c      => ;
        x = a                 => || b && c    => ;
        x = a                 => , b          => ;
        f(a                   => , b          => );
        if (a) b;             => else if (c) d; => else e;
        a;                    => lab:         => b;
        switch (a) {          => case 1:      => b; }
        int x[] = { 1         => , { 2 }      => };
        int x                 => , *y = 1     => ;
        x = "a"               => "b"          => ;
        a;                    => b;           => c;
        if (a)                => b; if (c)    => d;
        int x                 => [1]          => ;
        f(a);                 => ((void) 0);  => b;
        """)
    void readsLongChains(String first, String again, String last) {
        TranslationUnit unit = parseOnSmallStack("void f() { " + first + " " + (again + " ").repeat(MANY) + last + " }");
        assertThat(unit.diagnostics()).isEmpty();
        assertThat(unit.declarations()).hasSize(1);
    }

    @Test
    void survivesTruncationAtEveryByte() {
        String source = """
            #include <ntddk.h>
            typedef struct _EXT { LIST_ENTRY Link; ULONG Count : 3; VOID (*Done)(PVOID); } EXT, *PEXT;
            enum { A = 1, B };
            static const OPS Ops = { .Open = Open, [3] = { 1, 2 }, Close: Shut };
            _Use_decl_annotations_ NTSTATUS Start(_In_ PEXT Ext, _Out_writes_(n) UCHAR *Buffer, ULONG n)
            {
                KIRQL irql; PEXT other = (PEXT) Ext->Link.Flink;
                T * p = &x; a * b;
                LOCK(Ext)
                KeAcquireSpinLock(&Ext->Lock, &irql);
                for (ULONG i = 0; i < n; i++) { if (Buffer[i] == 'x') break; else continue; }
                do { n -= (n > 2) ? 2 : 1; } while (n);
                switch (n) { case 1 ... 3: n++; default: ; }
                __try { ProbeForRead(Buffer, n, sizeof(UCHAR)); } __except (EXCEPTION_EXECUTE_HANDLER) { goto Exit; }
                list_for_each(e, &Ext->Link) { use(({ int z = 1; z; }), (struct s) { .a = 1 }); }
                asm volatile ("nop" : "=r" (n) :: "memory");
                n = _Generic(n, int: 1) + offsetof(EXT, Link) + __builtin_expect(!!(n), 0);
            Exit:
                KeReleaseSpinLock(&Ext->Lock, irql);
                return NT_SUCCESS(status) ? STATUS_SUCCESS : status;
            }
            int old(a, b) int a; char *b; { return a ?: *b; }
            extern "C" { DEFINE_GUID(x, 1, 2); int (*fp[2])(int, ...); }
            """;
        for (int length = 0; length <= source.length(); length++) {
            TranslationUnit unit = new Parser().parse(PlainTokens.FILE, new PlainTokens(source.substring(0, length)));
            assertThat(SyntaxPrinter.print(unit)).isNotNull();
            unit = new Parser().parse(PlainTokens.FILE, new PlainTokens(source.substring(length)));
            assertThat(SyntaxPrinter.print(unit)).isNotNull();
        }
        assertThat(new Parser().parse(PlainTokens.FILE, new PlainTokens(source)).diagnostics()).isEmpty();
    }

    @Test
    void survivesTruncationOfCppAtEveryByte() {
        String source = """
            namespace a { template <typename T, int N> class Base { protected: T &m_lock; Base(T &t) : m_lock(t) { } }; }
            enum class Mode : unsigned char { Off, On = 2 };
            class Device final : public a::Base<Lock, 3>, private Other {
            public:
                explicit Device(Lock &lock, int n = 1) : Base<Lock, 3>(lock), m_next{nullptr}, m_n(n) { Start(); }
                virtual ~Device() { delete[] m_next; }
                Device(const Device &) = delete;
                bool operator==(const Device &other) const noexcept { return m_n == other.m_n; }
                static void Thunk(void *context) { static_cast<Device *>(context)->Run([this](int x) -> int { return x; }); }
                virtual void Run(Functor f) = 0;
                friend class Friend;
            private:
                struct Node { int x = 0; Node *next{nullptr}; } *m_next;
                int m_n;
            };
            using namespace a;
            extern "C" void Device::Start() try {
                Guard guard(m_lock), other{m_lock, true};
                struct Local { int y; void f() { } } local;
                if (auto p = new (Pool, 'Tag1') Node[3]{}) { for (auto &x : *p) { x.next = {}; } } else { throw Error(1); }
                x = reinterpret_cast<std::vector<std::pair<int, T>>>(p)->*q + ::global < a::b<int>::value;
                try { f(); } catch (const Error &e) { goto out; } catch (...) { throw; }
            out:
                return;
            } catch (...) { }
            """;
        for (int length = 0; length <= source.length(); length++) {
            assertThat(SyntaxPrinter.print(new Parser().parse(CPP, new PlainTokens(source.substring(0, length))))).isNotNull();
            assertThat(SyntaxPrinter.print(new Parser().parse(CPP, new PlainTokens(source.substring(length))))).isNotNull();
        }
        assertThat(new Parser().parse(CPP, new PlainTokens(source)).diagnostics()).isEmpty();
    }
}
