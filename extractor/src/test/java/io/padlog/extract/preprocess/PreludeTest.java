package io.padlog.extract.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the preludes make of driver code without its headers. */
class PreludeTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            NT_SUCCESS(s)                    => ( ( ( NTSTATUS ) ( s ) ) >= 0 )
            STATUS_SUCCESS                   => 0x0
            STATUS_TIMEOUT                   => 0x102
            STATUS_PENDING                   => 0x103
            STATUS_UNSUCCESSFUL              => ( -0x3FFFFFFF )
            STATUS_INSUFFICIENT_RESOURCES    => ( -0x3FFFFF66 )
            NDIS_STATUS_PENDING              => 0x103
            STOR_STATUS_UNSUCCESSFUL         => ( -0x3EFFFFFF )
            UNREFERENCED_PARAMETER(x);       => ( ( void ) 0 ) ;
            PAGED_CODE();                    => ( ( void ) 0 ) ;
            NT_ASSERT(a == b);               => __padlog_assert ( ( a == b ) ) ;
            _Analysis_assume_(p != NULL);    => __padlog_assume ( ( p != ( ( void * ) 0 ) ) ) ;
            IN OUT PVOID p                   => PVOID p
            __in_bcount(n) PVOID p           => PVOID p
            _In_reads_(n) PVOID p            => _In_reads_ ( n ) PVOID p
            _IRQL_requires_max_(2)           => _IRQL_requires_max_ ( 2 )
            CONTAINING_RECORD(e, T, a.b)     => CONTAINING_RECORD ( ( e ) , "T" , "a.b" )
            WDF_DECLARE_CONTEXT_TYPE(C)      => C * WdfObjectGet_C ( void * Handle ) ;
            WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(C, Get) => C * Get ( void * Handle ) ;
            WdfObjectGetTypedContext(d, C)   => WdfObjectGet_C ( d )
            KdPrint(("x %d", y));            => DbgPrint ( "x %d" , y ) ;
            KeAcquireSpinLock(&l, &i);       => KeAcquireSpinLock ( & l , & i ) ;
            try { leave; } finally { }       => __try { __leave ; } __finally { }
            __pragma(warning(push)) x        => x
            TEXT("a")                        => L"a"
            RTL_NUMBER_OF(a)                 => ( sizeof ( a ) / sizeof ( ( a ) [ 0 ] ) )
            IRP_MJ_CREATE                    => IRP_MJ_CREATE
            """)
    void readsWindowsDrivers(String source, String tokens) {
        PreprocessedFile file = Sandbox.windows().with("main.c", source).run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo(tokens.replace("-0x", "- 0x"));
        assertThat(file.diagnostics()).isEmpty();
    }

    @Test
    void aCommaBeforeNothingGoesAsInMsvc() {
        String source = "#define D(f, ...) DbgPrint(f, __VA_ARGS__)\nD(\"a\"); D(\"b\", 1);";
        assertThat(Sandbox.text(Sandbox.windows().with("main.c", source).run("main.c")))
                .isEqualTo("DbgPrint ( \"a\" ) ; DbgPrint ( \"b\" , 1 ) ;");
        assertThat(Sandbox.text(Sandbox.preprocess(source))).isEqualTo("DbgPrint ( \"a\" , ) ; DbgPrint ( \"b\" , 1 ) ;");
    }

    @Test
    void settlesTheTargetAndTheVersion() {
        PreprocessedFile file = Sandbox.windows().with("main.c", """
                #if NTDDI_VERSION >= NTDDI_WIN8 && defined(_WIN64) && _WIN32_WINNT >= 0x0602 && KMDF_VERSION_MAJOR == 1
                new
                #endif
                #ifdef __cplusplus
                extern "C" {
                #endif
                """).run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("new");
        assertThat(file.hidden()).singleElement().matches(region -> !region.undecided());
    }

    @Test
    void onlyCFilesHaveTheShortNamesOfExceptionHandling() {
        assertThat(Sandbox.text(Sandbox.windows().with("main.cpp", "try {}").run("main.cpp"))).isEqualTo("try { }");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            if (unlikely(x))                 => if ( ( x ) )
            static int __init f(void)        => static int f ( void )
            void __user *p                   => void * p
            container_of(p, struct s, m)     => container_of ( ( p ) , "struct s" , "m" )
            module_init(f);                  => module_init ( f ) ;
            """)
    void readsLinuxDrivers(String source, String tokens) {
        assertThat(Sandbox.text(Sandbox.preprocess(source))).isEqualTo(tokens);
    }

    @Test
    void optionsComeLast() {
        PreprocessedFile file = Sandbox.windows().define("TRUE", "7").undefine("FALSE").with("main.c", "TRUE FALSE").run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("7 FALSE");
    }
}
