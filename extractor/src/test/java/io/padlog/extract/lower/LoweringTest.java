package io.padlog.extract.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.cfg.ControlFlowGraph;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row is the body of a function and its graph, as {@link GraphText} has it, without entry and exit. */
class LoweringTest {
    private static final String BEFORE = """
        enum { ZERO, THREE = 3, FOUR, FLAG = 1 << 4, SIZE = sizeof(int), AFTER };
        int global;
        int f(int);
        __declspec(noreturn) void die(void);
        int test(int a, int b, int *p, struct s *q) {""";

    private static String graph(String body) {
        ControlFlowGraph graph = Graphs.of(BEFORE + body + "}");
        List<String> lines = GraphText.lines(graph);
        return String.join("; ", lines.subList(1, lines.size() - 1));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # short circuit, C17 6.5.13-15
        if (a && b) f(1); => 1 branch a T->2 F->4; 2 branch b T->3 F->4; 3 call f(1) ->4; 4 return ->exit
        if (a || b) f(1); => 1 branch a T->3 F->2; 2 branch b T->3 F->4; 3 call f(1) ->4; 4 return ->exit
        if (!a) f(1); => 1 branch a T->3 F->2; 2 call f(1) ->3; 3 return ->exit
        if (!(a && !b) || f(2)) f(1); => `
            1 branch a T->2 F->5; 2 branch b T->5 F->3; 3 call f(2) ->4; 4 branch t3 T->5 F->6; 5 call f(1) ->6;
            6 return ->exit`
        if (a ? b : !b) f(1); => `
            1 branch a T->2 F->3; 2 branch b T->4 F->5; 3 branch b T->5 F->4; 4 call f(1) ->5; 5 return ->exit`
        if (a ?: b) f(1); => 1 branch a T->3 F->2; 2 branch b T->3 F->4; 3 call f(1) ->4; 4 return ->exit
        if ((a = f(2)) < 0) f(1); => `
            1 call f(2) ->2; 2 a = t1 ->3; 3 branch a < 0 T->4 F->5; 4 call f(1) ->5; 5 return ->exit`
        if (a++, b) f(1); => 1 a = a + 1 ->2; 2 branch b T->3 F->4; 3 call f(1) ->4; 4 return ->exit
        if ((LONG)a) f(1); => 1 branch a T->2 F->3; 2 call f(1) ->3; 3 return ->exit
        if (NT_SUCCESS(a)) f(1); => 1 branch a >= 0 T->2 F->3; 2 call f(1) ->3; 3 return ->exit
        if (likely(a) && !__builtin_expect(!!b, 0)) f(1); => `
            1 branch a T->2 F->4; 2 branch b T->4 F->3; 3 call f(1) ->4; 4 return ->exit`
        if ((a && b) == 0) f(1); => `
            1 branch a T->2 F->4; 2 branch b T->3 F->4; 3 t5 = 1 ->5; 4 t5 = 0 ->5; 5 join value ->6;
            6 branch t5 == 0 T->7 F->8; 7 call f(1) ->8; 8 return ->exit`
        # else if
        if (a) f(1); else if (b) f(2); else f(3); => `
            1 branch a T->2 F->3; 2 call f(1) ->6; 3 branch b T->4 F->5; 4 call f(2) ->6; 5 call f(3) ->6;
            6 return ->exit`
        # constants
        if (0) f(1); f(2); => 1 call f(2) ->2; 2 return ->exit
        if (THREE > 2 && a) f(1); => 1 branch a T->2 F->3; 2 call f(1) ->3; 3 return ->exit
        if (1 || f(2)) f(1); => 1 call f(1) ->2; 2 return ->exit
        if (!"text") f(1); => 1 return ->exit
        if (sizeof(a)) f(1); => 1 branch ?sizeof(a)? T->2 F->3; 2 call f(1) ->3; 3 return ->exit
        if (SIZE) f(1); => 1 branch SIZE T->2 F->3; 2 call f(1) ->3; 3 return ->exit
        """)
    void branchesOnConditions(String body, String expected) {
        assertThat(graph(body)).isEqualToNormalizingWhitespace(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        return a && b; => `
            1 branch a T->2 F->4; 2 branch b T->3 F->4; 3 t5 = 1 ->5; 4 t5 = 0 ->5; 5 join value ->6;
            6 return t5 ->exit`
        return !a; => 1 return !a ->exit
        return !(a || b); => `
            1 branch a T->3 F->2; 2 branch b T->3 F->4; 3 t5 = 1 ->5; 4 t5 = 0 ->5; 5 join value ->6;
            6 return !t5 ->exit`
        return a ? f(1) : 2; => `
            1 branch a T->2 F->4; 2 call f(1) ->3; 3 t5 = t2 ->5; 4 t5 = 2 ->5; 5 join value ->6; 6 return t5 ->exit`
        return a ?: f(1); => `
            1 branch a T->2 F->3; 2 t5 = a ->5; 3 call f(1) ->4; 4 t5 = t3 ->5; 5 join value ->6; 6 return t5 ->exit`
        return 0 ? f(1) : 2; => 1 return 2 ->exit
        return a && 0; => 1 branch a T->2 F->2; 2 return 0 ->exit
        return f(1) + f(2); => 1 call f(1) ->2; 2 call f(2) ->3; 3 return t1 + t2 ->exit
        return f(f(1), a); => 1 call f(1) ->2; 2 call f(t1, a) ->3; 3 return t2 ->exit
        return (f(1), a); => 1 call f(1) ->2; 2 return a ->exit
        a ? f(1) : f(2); => 1 branch a T->2 F->3; 2 call f(1) ->4; 3 call f(2) ->4; 4 return ->exit
        return (a ? f : g)(1); => `
            1 branch a T->2 F->4; 2 call f(1) ->3; 3 t6 = t2 ->6; 4 call g(1) ->5; 5 t6 = t4 ->6; 6 join value ->7;
            7 return t6 ->exit`
        a && f(1); => 1 branch a T->2 F->4; 2 call f(1) ->3; 3 branch t2 T->4 F->4; 4 return ->exit
        (void)a; => 1 return ->exit
        # assignments are worth their target
        a = b = f(1); => 1 call f(1) ->2; 2 b = t1 ->3; 3 a = b ->4; 4 return ->exit
        a += 2; => 1 a = a + 2 ->2; 2 return ->exit
        return a -= b; => 1 a = a - b ->2; 2 return a ->exit
        a++; --b; => 1 a = a + 1 ->2; 2 b = b - 1 ->3; 3 return ->exit
        return a++; => 1 t1 = a ->2; 2 a = a + 1 ->3; 3 return t1 ->exit
        return ++a; => 1 a = a + 1 ->2; 2 return a ->exit
        p[a++] = b; => 1 t1 = a ->2; 2 a = a + 1 ->3; 3 p[t1] = b ->4; 4 return ->exit
        f(1) = a; => 1 call f(1) ->2; 2 ?f(1)? = a ->3; 3 return ->exit
        # GNU
        return ({ int x = f(a); x + 1; }); => 1 call f(a) ->2; 2 x = t1 ->3; 3 return x + 1 ->exit
        # constants
        return -1 + (1 << 3 | FLAG) * ~0; => 1 return -25 ->exit
        return FOUR + AFTER; => 1 return 4 + AFTER ->exit
        return (NTSTATUS)0xC0000001L; => 1 return -1073741823 ->exit
        return (ULONG)0xC0000001L; => 1 return 3221225473 ->exit
        return 1 / 0; => 1 return 1 / 0 ->exit
        return 'a' == 97; => 1 return 1 ->exit
        """)
    void computesValues(String body, String expected) {
        assertThat(graph(body)).isEqualToNormalizingWhitespace(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        *&a = 1; => 1 a = 1 ->2; 2 return ->exit
        p = &*p; => 1 p = p ->2; 2 return ->exit
        (*q).x = q->y; => 1 q->x = q->y ->2; 2 return ->exit
        q->x.y[a] = global; => 1 q->x.y[a] = global ->2; 2 return ->exit
        p = &p[0]; => 1 p = &p[0] ->2; 2 return ->exit
        (*f)(1); (&f)(2); f(3); => 1 call f(1) ->2; 2 call f(2) ->3; 3 call f(3) ->4; 4 return ->exit
        (*q->call)(1); (**p)(2); => 1 call q->call(1) ->2; 2 call p(2) ->3; 3 return ->exit
        p = &f; p = f; => 1 p = f ->2; 2 p = f ->3; 3 return ->exit
        return sizeof(a) + 1.5; => 1 return ?sizeof(a)? + ?1.5? ->exit
        return (struct s) { f(1) }.x; => 1 call f(1) ->2; 2 return ?(struct s) { f(1) }?.x ->exit
        return unknown_name; => 1 return unknown_name ->exit
        """)
    void namesPlaces(String body, String expected) {
        assertThat(graph(body)).isEqualToNormalizingWhitespace(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        int x = f(1), y; => 1 call f(1) ->2; 2 x = t1 ->3; 3 return ->exit
        int x = 1; { int x = 2; f(x); } f(x); => `
            1 x#0 = 1 ->2; 2 x#1 = 2 ->3; 3 call f(x#1) ->4; 4 call f(x#0) ->5; 5 return ->exit`
        static int x = 5; x++; => 1 test.x = test.x + 1 ->2; 2 return ->exit
        extern int x; x = 1; => 1 x = 1 ->2; 2 return ->exit
        struct s x = { .a = 1, .b.c = f(2), .d = { 3, .e = 4 } }; => `
            1 x = ?{ .a = 1, .b.c = f(2), .d = { 3, .e = 4 } }? ->2; 2 x.a = 1 ->3; 3 call f(2) ->4; 4 x.b.c = t3 ->5;
            5 x.d[0] = 3 ->6; 6 x.d.e = 4 ->7; 7 return ->exit`
        struct s x = { 0 }; => 1 x = ?{ 0 }? ->2; 2 return ->exit
        int x[] = { 1, f(2), [7] = 3, 4 }; => `
            1 x = ?{ 1, f(2), [7] = 3, 4 }? ->2; 2 x[0] = 1 ->3; 3 call f(2) ->4; 4 x[1] = t3 ->5; 5 x[7] = 3 ->6;
            6 x[8] = 4 ->7; 7 return ->exit`
        enum { FIVE = FOUR + 1, SIX }; return SIX; => 1 return 6 ->exit
        int f(void), x = f(); => 1 call f() ->2; 2 x = t1 ->3; 3 return ->exit
        """)
    void declaresVariables(String body, String expected) {
        assertThat(graph(body)).isEqualToNormalizingWhitespace(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        while (a) f(1); => 1 join while ->2; 2 branch a T->3 F->4; 3 call f(1) ->1; 4 return ->exit
        while (1) f(1); => 1 join while ->2; 2 call f(1) ->1
        while (0) f(1); => 1 join while ->2; 2 return ->exit
        do f(1); while (a); => 1 join do ->2; 2 call f(1) ->3; 3 branch a T->1 F->4; 4 return ->exit
        do { if (a) break; f(1); if (b) continue; f(2); } while (0); => `
            1 branch a T->5 F->2; 2 call f(1) ->3; 3 branch b T->5 F->4; 4 call f(2) ->5; 5 return ->exit`
        for (int i = 0; i < a; i++) { if (i) continue; f(i); } => `
            1 i = 0 ->2; 2 join for ->3; 3 branch i < a T->4 F->7; 4 branch i T->6 F->5; 5 call f(i) ->6;
            6 i = i + 1 ->2; 7 return ->exit`
        for (;;) { if (a) break; } => 1 join for ->2; 2 branch a T->3 F->1; 3 return ->exit
        while (a) { while (b) { break; } continue; } => `
            1 join while ->2; 2 branch a T->3 F->5; 3 join while ->4; 4 branch b T->1 F->1; 5 return ->exit`
        list_for_each(p, a) { if (b) break; f(1); } => `
            1 join loop ->2; 2 call list_for_each(p, a) ->3; 3 branch ?list_for_each(p, a)? T->4 F->6;
            4 branch b T->6 F->5; 5 call f(1) ->1; 6 return ->exit`
        """)
    void loops(String body, String expected) {
        assertThat(graph(body)).isEqualToNormalizingWhitespace(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        switch (a) { case 1: f(1); case THREE: case 4: f(2); break; default: f(3); } => `
            1 switch a case 1->2 case 3->3 case 4->3 default->4; 2 call f(1) ->3; 3 call f(2) ->5; 4 call f(3) ->5;
            5 return ->exit`
        switch (a) { case 1 ... 3: f(1); break; case unknown_name: f(2); } => `
            1 switch a case 1...3->2 case unknown_name->3 default->4; 2 call f(1) ->4; 3 call f(2) ->4;
            4 return ->exit`
        switch (a) { default: f(1); break; case 1: return 1; } => `
            1 switch a case 1->3 default->2; 2 call f(1) ->4; 3 return 1 ->exit; 4 return ->exit`
        switch (a) { case 0: do { f(0); case 1: f(1); } while (--b); } => `
            1 switch a case 0->2 case 1->4 default->7; 2 join do ->3; 3 call f(0) ->4; 4 call f(1) ->5;
            5 b = b - 1 ->6; 6 branch b T->2 F->7; 7 return ->exit`
        switch (3) { case 1: f(1); break; case THREE: f(3); break; default: f(0); } => `
            1 switch 3 case 3->2; 2 call f(3) ->3; 3 return ->exit`
        switch (3) { case 1: f(1); } => 1 switch 3 default->2; 2 return ->exit
        switch (f(1)) { f(2); } => 1 call f(1) ->2; 2 switch t1 default->3; 3 return ->exit
        while (a) switch (b) { case 1: continue; case 2: break; } => `
            1 join while ->2; 2 branch a T->3 F->4; 3 switch b case 1->1 case 2->1 default->1; 4 return ->exit`
        """)
    void switches(String body, String expected) {
        assertThat(graph(body)).isEqualToNormalizingWhitespace(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        again: if (f(1)) goto again; => 1 join again ->2; 2 call f(1) ->3; 3 branch t2 T->1 F->4; 4 return ->exit
        if (a) goto out; f(1); out: return b; => `
            1 branch a T->3 F->2; 2 call f(1) ->3; 3 join out ->4; 4 return b ->exit`
        goto in; if (a) { f(1); in: f(2); } => 1 join in ->2; 2 call f(2) ->3; 3 return ->exit
        goto nowhere; => 1 opaque there is no label nowhere
        return 1; f(1); => 1 return 1 ->exit
        goto *p; x: f(1); y: f(2); => `
            1 join goto * ->7; 2 join x ->3; 3 call f(1) ->4; 4 join y ->5; 5 call f(2) ->6; 6 return ->exit;
            7 join any label ->2 ->4`
        break; => 1 opaque break outside of loops and switches ->2; 2 return ->exit
        panic(1); f(1); => 1 call panic(1)
        die(); => 1 call die()
        f(1); __assume(0); f(2); => 1 call f(1)
        asm("nop"); f(1); => 1 join asm ->2; 2 call f(1) ->3; 3 return ->exit
        asm goto("" : : : : out); f(1); out: f(2); => `
            1 join asm ->2 ->3; 2 call f(1) ->3; 3 join out ->4; 4 call f(2) ->5; 5 return ->exit`
        __try { goto in; } __finally { f(1); } in: f(2); => `
            1 call f(1) ->2; 2 join in ->3; 3 call f(2) ->4; 4 return ->exit`
        __assume(a && !b); return 1; => 1 branch a T->2; 2 branch b F->3; 3 return 1 ->exit
        NT_ASSERT(FALSE); f(1); => 1 call f(1) ->2; 2 return ->exit
        ASSERT(!"never"); f(1); => 1 call f(1) ->2; 2 return ->exit
        ASSERT(FALSE && "never"); f(1); => 1 call f(1) ->2; 2 return ->exit
        NT_ASSERT(a > b); => 1 branch a > b T->2; 2 return ->exit
        f(1); __builtin_unreachable(); f(2); => 1 call f(1)
        """)
    void jumps(String body, String expected) {
        assertThat(graph(body)).isEqualToNormalizingWhitespace(expected);
    }

    /** Copies of the block stand behind the body in the order of the ways out. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # __finally runs on every way out; the value is computed before
        __try { f(1); } __finally { f(2); } => 1 call f(1) ->2; 2 call f(2) ->3; 3 return ->exit
        __try { if (a) return b; } __finally { b = 0; } => `
            1 branch a T->2 F->3; 2 t2 = b ->4; 3 b = 0 ->6; 4 b = 0 ->5; 5 return t2 ->exit; 6 return ->exit`
        __try { return f(1); } __finally { f(2); } => 1 call f(1) ->2; 2 call f(2) ->3; 3 return t1 ->exit
        __try { if (a) __leave; f(1); } __finally { f(_abnormal_termination()); } => `
            1 branch a T->3 F->2; 2 call f(1) ->3; 3 call f(0) ->4; 4 return ->exit`
        __try { if (a) goto out; f(1); } __finally { f(AbnormalTermination()); } out: ; => `
            1 branch a T->4 F->2; 2 call f(1) ->3; 3 call f(0) ->5; 4 call f(1) ->5; 5 join out ->6; 6 return ->exit`
        while (a) __try { if (b) break; if (f(0)) continue; } __finally { f(1); } => `
            1 join while ->2; 2 branch a T->3 F->9; 3 branch b T->7 F->4; 4 call f(0) ->5; 5 branch t4 T->8 F->6;
            6 call f(1) ->1; 7 call f(1) ->9; 8 call f(1) ->1; 9 return ->exit`
        __try { if (a) goto in; f(1); in: f(2); } __finally { f(3); } => `
            1 branch a T->3 F->2; 2 call f(1) ->3; 3 join in ->4; 4 call f(2) ->5; 5 call f(3) ->6; 6 return ->exit`
        __try { if (a) goto out; if (b) goto out; } __finally { f(1); } out: f(2); => `
            1 branch a T->4 F->2; 2 branch b T->4 F->3; 3 call f(1) ->5; 4 call f(1) ->5; 5 join out ->6;
            6 call f(2) ->7; 7 return ->exit`
        __try { __try { return 1; } __finally { f(1); } } __finally { f(2); } => `
            1 call f(1) ->2; 2 call f(2) ->3; 3 return 1 ->exit`
        __try { return 1; } __finally { return 2; } => 1 return 2 ->exit
        __try { if (a) return; } __finally { if (b) goto in; f(1); in: f(2); } => `
            1 branch a T->6 F->2; 2 branch b T->4 F->3; 3 call f(1) ->4; 4 join in ->5; 5 call f(2) ->11;
            6 branch b T->8 F->7; 7 call f(1) ->8; 8 join in ->9; 9 call f(2) ->10; 10 return ->exit;
            11 return ->exit`
        # __except: from the start and from calls that raise
        __try { f(1); probe(a); f(2); } __except (EXCEPTION_EXECUTE_HANDLER) { f(3); } => `
            1 join __try ->2 !->5; 2 call f(1) ->3; 3 call probe(a) ->4 !->5; 4 call f(2) ->7; 5 join __except ->6;
            6 call f(3) ->7; 7 return ->exit`
        __try { probe(a); } __except (EXCEPTION_CONTINUE_SEARCH) { f(3); } => `
            1 join __try ->2; 2 call probe(a) ->3; 3 return ->exit`
        __try { probe(a); } __except (EXCEPTION_CONTINUE_EXECUTION) { f(3); } => `
            1 join __try ->2; 2 call probe(a) ->3; 3 return ->exit`
        __try { f(1); } __except (GetExceptionCode() == 5 ? 1 : 0) { f(3); } => `
            1 join __try ->2 !->3; 2 call f(1) ->7; 3 join __except ->4; 4 call GetExceptionCode() ->5;
            5 branch t4 == 5 T->6; 6 call f(3) ->7; 7 return ->exit`
        __try { if (a) __leave; f(1); } __except (1) { return 1; } => `
            1 join __try ->2 !->4; 2 branch a T->6 F->3; 3 call f(1) ->6; 4 join __except ->5; 5 return 1 ->exit;
            6 return ->exit`
        __try { throw_up(); f(1); } __except (1) { f(2); } => `
            1 join __try ->2 !->3; 2 call throw_up() !->3; 3 join __except ->4; 4 call f(2) ->5; 5 return ->exit`
        __try { __try { probe(a); } __finally { f(AbnormalTermination()); } } __except (1) { f(3); } => `
            1 join __try ->2 !->5; 2 call probe(a) ->3 !->4; 3 call f(0) ->7; 4 call f(1) ->5; 5 join __except ->6;
            6 call f(3) ->7; 7 return ->exit`
        __try { __try { f(1); } __except (a) { f(2); } } __except (1) { f(3); } => `
            1 join __try ->2 !->7; 2 join __try ->3 !->4; 3 call f(1) ->9; 4 join __except ->5; 5 branch a T->6 F->7;
            6 call f(2) ->9; 7 join __except ->8; 8 call f(3) ->9; 9 return ->exit`
        # nothing handles it
        __try { probe(a); } __finally { f(1); } => `
            1 call probe(a) ->2 !->3; 2 call f(1) ->4; 3 call f(1); 4 return ->exit`
        __try { throw_up(); } __finally { return 2; } => 1 call throw_up() !->2; 2 return 2 ->exit
        """)
    void structuredExceptionHandling(String body, String expected) {
        assertThat(graph(body)).isEqualToNormalizingWhitespace(expected);
    }
}
