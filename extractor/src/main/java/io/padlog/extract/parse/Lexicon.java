package io.padlog.extract.parse;

import io.padlog.extract.token.TokenKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Vocabulary;

/**
 * Which token type of the grammar a preprocessing token is, as far as its spelling alone tells. The words below are of
 * the languages and their compilers; a platform's macros are the preprocessor's to teach.
 */
final class Lexicon {
    /** Taken out of the stream without trace: qualifiers. Before a name they prove that a type begins. */
    static final int QUALIFIER = -2;
    /** Taken out of the stream without trace: calling conventions and the like. */
    static final int IGNORED = -3;
    /** Taken out and kept as annotations, with the arguments that may follow. */
    static final int ANNOTATION = -4;
    /** Folded with the parenthesised list behind it into a constant: sizeof, offsetof… */
    static final int CONSTANT = -5;
    /** Folded with the parenthesised list behind it into a value of unknown effect. */
    static final int OPAQUE = -6;
    /** Folded with the parenthesised list behind it into a type. */
    static final int TYPEOF = -7;
    static final int ASSERTION = -8;
    static final int ASSEMBLY = -9;
    /** GNU's declaration of local labels: taken out up to its semicolon. */
    static final int LOCAL_LABEL = -10;

    private static final Map<String, Integer> WORDS = new HashMap<>();
    private static final int[] KINDS = new int[TokenKind.values().length];

    private static final Set<String> OLD_ANNOTATIONS = words("""
        __in __out __inout __deref __success __reserved __checkReturn __nullterminated __nullnullterminated __notnull
        __maybenull __null __valid __notvalid __readonly __bcount __ecount __callback __format_string __blocksOn
        __fallthrough __transfer __post __pre __typefix __range __field_bcount __field_ecount __struct_bcount
        __control_entrypoint __kernel_entry __override __must_check __acquires __releases __must_hold __user __kernel
        __iomem __percpu __rcu __force __nocast __safe __init __exit __initdata __exitdata __devinit __devexit __cold
        __read_mostly __always_unused __maybe_unused __used __packed __noreturn __printf __ro_after_init __refdata
        __initconst __weak __pure __noclone __no_sanitize_address ____cacheline_aligned ____cacheline_aligned_in_smp
        __cacheline_aligned __randomize_layout __counted_by __deprecated __malloc __sched""");

    static {
        Vocabulary vocabulary = CParser.VOCABULARY;
        Map<String, Integer> spellings = new HashMap<>();
        for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
            String literal = vocabulary.getLiteralName(type);
            if (literal != null) {
                spellings.put(literal.substring(1, literal.length() - 1), type);
            }
        }
        spellings.forEach((spelling, type) -> {
            if (Character.isLetter(spelling.charAt(0)) || spelling.charAt(0) == '_') {
                WORDS.put(spelling, type);
            }
        });
        for (TokenKind kind : TokenKind.values()) {
            KINDS[kind.ordinal()] = switch (kind) {
                case IDENTIFIER -> CParser.IDENTIFIER;
                case INTEGER, FLOATING, CHARACTER -> CParser.NUMBER;
                case STRING -> CParser.STRING;
                case EXCLAMATION, TILDE -> CParser.PREFIX;
                case END_OF_FILE -> CParser.EOF;
                case UNKNOWN, HASH, HASH_HASH -> CParser.UNKNOWN;
                // Before a name of the file in a source that C++ compiles too.
                case DOUBLE_COLON -> IGNORED;
                default -> spellings.getOrDefault(kind.spelling(), CParser.INFIX);
            };
        }
        define(CParser.TRY, "_try");
        define(CParser.EXCEPT, "_except");
        define(CParser.FINALLY, "_finally");
        define(CParser.LEAVE, "_leave");
        define(CParser.STORAGE, """
            typedef static extern register auto inline __inline __inline__ _inline __forceinline _forceinline
            __always_inline _Thread_local thread_local __thread constexpr __gnu_inline""");
        define(CParser.BASIC_TYPE, """
            void char short int long float double signed unsigned __signed__ __signed _Bool _Complex __complex__
            __int8 __int16 __int32 __int64 __int128 _int8 _int16 _int32 _int64 __m64 __m128 __m128i __m256 _Float16
            _Float32 _Float64 _Float128 __float128 __wchar_t wchar_t __builtin_va_list __auto_type""");
        define(QUALIFIER, """
            const volatile restrict __restrict __restrict__ __const __const__ __volatile __volatile__ __unaligned
            UNALIGNED _Atomic __ptr32 __ptr64 __sptr __uptr __w64""");
        define(IGNORED, """
            __cdecl _cdecl cdecl __stdcall _stdcall __fastcall _fastcall __vectorcall __thiscall __clrcall __pascal
            NTAPI WINAPI APIENTRY CALLBACK FASTCALL STDCALL NDISAPI __extension__ __export __based_ __near __far""");
        define(ANNOTATION, """
            __declspec _declspec __attribute__ __attribute _Noreturn noreturn _Alignas alignas __alignas __based""");
        define(CONSTANT, """
            sizeof _Alignof alignof __alignof __alignof__ _alignof offsetof __builtin_offsetof __uuidof
            __builtin_types_compatible_p __builtin_classify_type""");
        define(OPAQUE, "_Generic va_arg __builtin_va_arg __builtin_choose_expr __builtin_bit_cast");
        define(TYPEOF, "typeof __typeof __typeof__ typeof_unqual __typeof_unqual__ decltype");
        define(ASSERTION, "_Static_assert static_assert");
        define(ASSEMBLY, "asm __asm __asm__ _asm");
        define(LOCAL_LABEL, "__label__");
    }

    private Lexicon() {}

    private static void define(int type, String spellings) {
        for (String spelling : words(spellings)) {
            WORDS.put(spelling, type);
        }
    }

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.strip().split("\\s+")));
    }

    static int type(TokenKind kind) {
        return KINDS[kind.ordinal()];
    }

    /** The token type of a word: a keyword's, IDENTIFIER, or one of the negative classes above. */
    static int wordType(String word) {
        Integer type = WORDS.get(word);
        if (type != null) {
            return type;
        }
        return word.charAt(0) == '_' && isAnnotation(word) ? ANNOTATION : CParser.IDENTIFIER;
    }

    static boolean isBasicType(String word) {
        return word.equals("bool") || wordType(word) == CParser.BASIC_TYPE;
    }

    /** SAL 2 writes {@code _Upper_case_}; SAL 1 and drivers' old annotations begin with a known prefix. */
    private static boolean isAnnotation(String word) {
        int length = word.length();
        if (length > 3 && word.charAt(length - 1) == '_' && word.charAt(1) >= 'A' && word.charAt(1) <= 'Z') {
            // What is said of a state is a statement.
            return !word.startsWith("_Analysis_assume_") && !word.equals("_Analysis_suppress_lock_checking_");
        }
        if (!word.startsWith("__") || length < 4) {
            return false;
        }
        return OLD_ANNOTATIONS.contains(word)
            || isSal1(word, "__in_") || isSal1(word, "__out_") || isSal1(word, "__inout_")
            || word.startsWith("__deref_") || word.startsWith("__RPC__") || word.startsWith("__drv_") || word.startsWith("__ecount_")
            || word.startsWith("__bcount_") || word.startsWith("__field_") || word.startsWith("__struct_");
    }

    /** SAL 1's words behind in, out and inout; others have functions that begin so. */
    private static boolean isSal1(String word, String prefix) {
        if (!word.startsWith(prefix)) {
            return false;
        }
        String rest = word.substring(prefix.length());
        return rest.startsWith("ecount") || rest.startsWith("bcount") || rest.startsWith("xcount") || rest.startsWith("opt")
            || rest.startsWith("range") || rest.startsWith("data_source") || rest.startsWith("bound") || rest.startsWith("part")
            || rest.startsWith("awcount") || rest.equals("z") || rest.equals("nz") || rest.startsWith("z_") || rest.startsWith("nz_");
    }

    /** Whether a parenthesis behind the annotation is the declarator's: {@code _In_ (*callback)(int)}. */
    static boolean takesNoArguments(String annotation) {
        return switch (annotation) {
            case "_In_", "_Out_", "_Inout_", "_In_opt_", "_Out_opt_", "_Inout_opt_", "__in", "__out", "__inout", "__user",
                "__iomem", "__init", "__exit", "__percpu", "__rcu", "__must_check", "_Noreturn" -> true;
            default -> false;
        };
    }

    /** Whether a name is written as macros and Windows types are: no lower-case letter. */
    static boolean isUpperCase(String name) {
        boolean letter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            letter |= c >= 'A' && c <= 'Z';
        }
        return letter;
    }
}
