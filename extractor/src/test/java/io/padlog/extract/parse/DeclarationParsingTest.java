package io.padlog.extract.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationParsingTest {
    private static TranslationUnit parse(String source) {
        return new Parser().parse(PlainTokens.FILE, new PlainTokens(source.replace('~', '\n')));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # functions
        int f(void) { return 1; }                    => (function int f [] {(return 1)})
        static VOID f(PVOID a, T *b) {}              => (function static VOID f [PVOID a, T* b] {})
        __forceinline T* f() {}                      => (function inline T* f [] {})
        int f(int a, ...) {}                         => (function int f [int a, ...] {})
        f(x) {}                                      => (function int f [x] {})
        main() {}                                    => (function int main [] {})
        struct s *f(struct s x[3]) {}                => (function struct s* f [struct s[] x] {})
        int f(int (*cb)(int), T (*)(void), int (*x)) {} => (function int f [int*() cb, T*(), int* x] {})
        void (*f(int a))(int) {}                     => (function void*() f [int a] {})
        int f(a, b, c) int a; T *b; {}               => (function int f [int a, T* b, int c] {})
        T f(a) char a; {} int g;                     => (function T f [char a] {}) (var int g)
        VOID __stdcall f(int a) {}                   => (function VOID f [int a] {})
        extern "C" VOID f(int a) {}                  => (function extern VOID f [int a] {})
        extern "C" { int f(void) {} int x; } int y;  => (function int f [] {}) (var int x) (var int y)
        DRVAPI STATIC VOID f(int a) {}               => (function DRVAPI STATIC VOID f [int a] {})
        NAME(f)(int a) { a; }                        => (function int NAME [int a] {a;})
        INIT_FN(f, "x", 3) { a; }                    => (function int INIT_FN [] {a;})
        RETURNS(VOID) f(int a) {}                    => (function RETURNS f [int a] {})
        int f(int a) TRAILING {}                     => (function int f [int a] {})
        # prototypes, variables, types
        int f(int, T, U *);                          => (prototype int f [int, T, U*])
        T f(T), *g(void), h;                         => (prototype T f [T]) (prototype T* g []) (var T h)
        typedef VOID FN(T a); FN g;                  => (typedef VOID() FN) (var FN g)
        typedef NTSTATUS (NTAPI *FN)(int);           => (typedef NTSTATUS*() FN)
        typedef NTSTATUS (DRVAPI *FN)(int);          => (typedef NTSTATUS*() FN)
        EVT_WDF_TIMER OnTimer;                       => (var EVT_WDF_TIMER OnTimer)
        EVT_WDF_TIMER OnTimer, OnOther;              => (var EVT_WDF_TIMER OnTimer) (var EVT_WDF_TIMER OnOther)
        extern T x; static const T *y = &x, z[2];    => (var extern T x) (var static T* y (& x)) (var static T[] z)
        int (*table[])(int) = { f, g };              => (var int*[]() table {f g})
        OPS ops = { .open = f, .n = { 1, 2 }, };     => (var OPS ops {.open=f .n={1 2}})
        DRIVER_OPS OPS ops = { 1 };                  => (var DRIVER_OPS OPS ops {1})
        struct s { int a, *b; T c[2]; unsigned d : 3; struct { int e; }; union u { int g; } h; }; => (struct (int e)) (union u (int g)) (struct s (int a) (int* b) (T[] c) (unsigned d) (struct) (union u h))
        typedef struct _S { T a; VOID (*f)(T); } S, *PS; PS p; => (struct _S (T a) (VOID*() f)) (typedef struct _S S) (typedef struct _S* PS) (var PS p)
        typedef enum { A, B = 2, C } E;              => (enum A (B 2) C) (typedef enum E)
        struct PACKED(8) s { int a; } x;             => (struct s (int a)) (var struct s x)
        struct MACRO s { int a; };                   => (struct s (int a))
        ; ; int x;;                                  => (var int x)
        # macros as declarations
        DEFINE_GUID(NAME, 1, "a b");                 => (macro DEFINE_GUID NAME|1|"a b")
        MODULE_LICENSE("GPL")~int x;                 => (macro MODULE_LICENSE "GPL") (var int x)
        DECLARE(a)~static T f(T a) {}                => (macro DECLARE a) (function static T f [T a] {})
        DECLARE(a, b) x;                             => (var DECLARE x)
        static DEFINE_LOCK(lock);                    => (macro DEFINE_LOCK lock)
        struct s { DECLARE_MAP(a, 3); int b; };      => (struct s (DECLARE_MAP) (int b))
        level = 1, *p; x[2];                         => (var int level 1) (var int* p) (var int[] x)
        ALONE                                        => (macro ALONE)
        # annotations
        _Use_decl_annotations_ NTSTATUS f(T a) {}    => (function @_Use_decl_annotations_ NTSTATUS f [T a] {})
        _IRQL_requires_(X) VOID f(_In_ T a, _Out_writes_(a->n * 2) _Pre_x_ U *b) _Acquires_lock_(a->l) {} => (function @_IRQL_requires_{X} @_Acquires_lock_{a->l} VOID f [@_In_ T a, @_Out_writes_{a->n * 2} @_Pre_x_ U* b] {})
        _Ret_(x) _At_(*b, _Post_(1, 2)) int f(int);  => (prototype @_Ret_{x} @_At_{*b|_Post_(1, 2)} int f [int])
        __declspec(noreturn) void f(int a);          => (prototype @noreturn void f [int a])
        void f(int a) __attribute__((noreturn, format(printf, 1, 2))); => (prototype @noreturn @format{printf|1|2} void f [int a])
        [[nodiscard]] int f(void);                   => (prototype @nodiscard int f [])
        __drv_maxIRQL(2) typedef VOID FN(int);       => (typedef @__drv_maxIRQL{2} VOID() FN)
        typedef _Function_class_(F) VOID FN(int a);  => (typedef @_Function_class_{F} VOID() FN)
        _Guarded_by_(l) static int x _Field_z_ = 1;  => (var static @_Guarded_by_{l} @_Field_z_ int x 1)
        """)
    void readsDeclarations(String source, String expected) {
        TranslationUnit unit = parse(source);
        assertThat(SyntaxPrinter.print(unit)).isEqualTo(expected.strip());
        assertThat(unit.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # source => syntax => loss
        int a; int = ; int b;                 => (var int a) (lost) (var int b) => LOST_DECLARATION test.c:1:8: declaration lost: unexpected ';' after '='
        int f(int a { x; }~int b;             => (lost f) (var int b)           => LOST_FUNCTION test.c:1:1: function 'f' lost: unexpected '{' after 'a'
        int f() { if (a) { b; ~}~int g() { c; }~int h; => (function int f [] {(if a {b;})}) (function int g [] {c;}) (var int h) => -
        int f() { if (a) { b; ~int g() { c; }~int h() { d; }~ => (function int f [] {(if a {b;})}) (function int g [] {c;}) (function int h [] {d;}) => -
        int f() { b; } }~int g;               => (function int f [] {b;}) (lost) (var int g) => LOST_DECLARATION test.c:1:16: declaration lost: unexpected '}'
        int f(int 1) { b; } int g;            => (function int f [] {b;}) (var int g) => -
        int f(int a +) { b; } int g;          => (lost f) (var int g)           => LOST_FUNCTION test.c:1:1: function 'f' lost: unexpected '+' after 'a'
        class A { int x; }; int g;            => (lost) (var int g)             => LOST_DECLARATION test.c:1:1: declaration lost: unexpected '{' after 'A'
        """)
    void losesOneDeclaration(String source, String expected, String loss) {
        TranslationUnit unit = parse(source);
        assertThat(SyntaxPrinter.print(unit)).isEqualTo(expected);
        assertThat(unit.diagnostics().stream().map(d -> d.kind() + " " + d.position() + ": " + d.message())
            .collect(Collectors.joining("; "))).isEqualTo(loss.equals("-") ? "" : loss);
    }

    @Test
    void spansCountTheBuffersTokens() {
        PlainTokens tokens = new PlainTokens("_Use_ static const T f(int a) { x = sizeof(T) + 1; }");
        Declaration.Function function =
            (Declaration.Function) new Parser().parse(PlainTokens.FILE, tokens).declarations().get(0);
        assertThat(tokens.source(function.span())).isEqualTo("_Use_ static const T f(int a) { x = sizeof(T) + 1; }");
        assertThat(tokens.source(function.name())).isEqualTo("f");
        assertThat(tokens.source(function.body().statements().get(0).span())).isEqualTo("x = sizeof(T) + 1;");
    }

    @Test
    void anEmptyUnitDeclaresNothing() {
        assertThat(parse("").declarations()).isEmpty();
        assertThat(parse(" ;\n#include <x.h>\n").diagnostics()).extracting(Diagnostic::kind).isEmpty();
    }
}
