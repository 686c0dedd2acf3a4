package io.padlog.extract.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.syntax.TranslationUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementParsingTest {
    private static TranslationUnit parse(String source) {
        return new Parser().parse(PlainTokens.FILE, new PlainTokens("void f(void) {\n" + source.replace('~', '\n') + "\n}"));
    }

    private static String body(TranslationUnit unit) {
        String printed = SyntaxPrinter.print(unit);
        return printed.substring(printed.indexOf("{") + 1, printed.length() - 2);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # control flow
        if (a) b; else if (c) d; else e;     => (if a b; c d; else e;)
        if (a) if (b) c; else d;             => (if a (if b c; else d;))
        if (a) { b; } else { c; }            => (if a {b;} else {c;})
        while (a) b;                         => (while a b;)
        do { a; } while (b);                 => (do {a;} b)
        do a; while (b); c;                  => (do a; b) c;
        do { a; } while (0) b;               => (do {a;} 0) b;
        for (int i = 0; i < 3; i++) ;        => (for (var int i 0) (i < 3) (i ++) ;)
        for (;;) { break; }                  => (for - - - {break})
        for (i = 0, j = 1; ; ) continue;     => (for (, (= i 0) (= j 1)); - - continue)
        for (T * p = q; p; p = p->n) x;      => (for (var T* p q) p (= p (-> p n)) x;)
        switch (a) { case 1: case 2: b; break; default: c; } => (switch a {(label (case 1) (case 2) b;) break (label default c;)})
        switch (a) { case 1 ... 3: b; case (x ? y : z): ; }  => (switch a {(label (case 1 3) b;) (label (case (? x y z)) ;)})
        switch (a) { case A: { b; } }        => (switch a {(label (case A) {b;})})
        x: y: a; goto x; z:                  => (label x y a;) (goto x) (label z ;)
        x: int y = 1;                        => (label x (var int y 1))
        x: T * y = 1;                        => (label x (var T* y 1))
        if (a) x: b;                         => (if a (label x b;))
        goto *p;                             => (goto* p)
        return; return a + 1;                => (return) (return (a + 1))
        ; { }                                => ; {}
        # structured exceptions
        __try { a; __leave; } __finally { b; }                     => (try {a; leave} finally {b;})
        __try { a; } __except (f(GetExceptionCode())) { return; }  => (try {a;} except (call f (call GetExceptionCode)) {(return)})
        # assembly
        asm volatile ("nop" ::: "memory"); a;         => (asm) a;
        asm goto ("jmp" : : : : out, in);             => (asm out in)
        __asm { mov eax, ebx } a;                     => (asm) a;
        __asm mov eax, 1~a;                           => (asm) a;
        if (a) asm("x"); else b;                      => (if a (asm) else b;)
        # unknown macros
        LOCK(x)~y = 1;                                => (call LOCK x); (= y 1);
        LOCK(x)~if (a) b;                             => (call LOCK x); (if a b;)
        LOCK(x)~foo(y);                               => (call LOCK x); (call foo y);
        LOCK(x)~*p = 1;                               => (call LOCK x); (= (* p) 1);
        LOCK(x)~int y;                                => (call LOCK x); (var int y)
        LOCK(x)                                       => (call LOCK x);
        if (a) LOCK(x) else b;                        => (if a (call LOCK x); else b;)
        each(p, list)~  use(p);~b;                    => (loop (call each p list) (call use p);) b;
        each(p, list)~  if (a) use(p); else c;~b;     => (loop (call each p list) (if a (call use p); else c;)) b;
        each(p, list) { use(p); }                     => (loop (call each p list) {(call use p);})
        PAGED_CODE~foo(y);                            => PAGED_CODE; (call foo y);
        PAGED_CODE~if (a) b;                          => PAGED_CODE; (if a b;)
        FOREVER { a; }                                => FOREVER; {a;}
        MASK(x) = { 0, }; a;                          => a;
        x = __in_dev_get(y);                          => (= x (call __in_dev_get y));
        DECLARE(x) y = 1;                             => (var DECLARE y 1)
        # annotations and other words that leave no trace
        _Analysis_assume_lock_held_(x); a;            => (call _Analysis_assume_lock_held_ x); a;
        __attribute__((fallthrough)); [[fallthrough]]; a;  => ; ; a;
        __extension__ int x;                          => (var int x)
        __label__ l; l: a;                            => (label l a;)
        static_assert(sizeof(x) == 1, "x"); a;        => a;
        """)
    void readsStatements(String source, String expected) {
        TranslationUnit unit = parse(source);
        assertThat(body(unit)).isEqualTo(expected);
        assertThat(unit.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # source                                => syntax                      => where and why
        a; b + ; f;                             => a; opaque f;                => test.c:2:4 unexpected ';' after '+'
        a; x = ) ; b;                           => a; opaque b;                => test.c:2:4 unexpected ')' after '='
        a; if (x { b; } c;                      => a; opaque c;                => test.c:2:4 unexpected '{' after 'x'
        if (a) { b; ] ; c; } d;                 => (if a {b; opaque c;}) d;    => test.c:2:13 unexpected ']' after ';'
        a; else b;                              => a; opaque                   => test.c:2:4 unexpected 'else' after ';'
        x = static_cast<T *>(y); a;             => opaque a;                   => test.c:2:1 unexpected '>' after '*'
        if (a b) { c; } else d; e;              => (if (block {opaque}) {c;} else d;) e; => test.c:2:5 condition not read: unexpected 'b' after 'a'
        while (a b) c;                          => (while (block {opaque}) c;) => test.c:2:8 condition not read: unexpected 'b' after 'a'
        while (a) { b = ; } c;                  => (while a {opaque}) c;       => test.c:2:13 unexpected ';' after '='
        """)
    void losesOneStatement(String source, String expected, String loss) {
        TranslationUnit unit = parse(source);
        assertThat(body(unit)).isEqualTo(expected);
        assertThat(unit.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.kind()).isEqualTo(Diagnostic.Kind.OPAQUE_STATEMENT);
            assertThat(d.position() + " " + d.message()).isEqualTo(loss.contains(" not read: ")
                ? loss : loss.replaceFirst(" ", " statement not read: "));
        });
    }
}
