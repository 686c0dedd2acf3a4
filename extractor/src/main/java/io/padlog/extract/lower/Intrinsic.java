package io.padlog.extract.lower;

import java.util.Map;
import java.util.Optional;

/** Names that look like functions and are parts of the language, of a compiler or of the prelude. */
enum Intrinsic {
    /** The condition holds, or control does not go on. */
    ASSUME,
    /** The same, unless the condition can never hold: then the program only says that it should not come here. */
    ASSERT,
    UNREACHABLE,
    /** The value of the first argument, with a hint for the optimizer. */
    EXPECT,
    /** Whether a {@code __finally} block runs because of a jump or an exception. */
    ABNORMAL_TERMINATION,
    /** Stores the second argument where the first points to, and gives what was there. */
    EXCHANGE,
    /** C++: raises an exception. */
    THROW;

    private static final Map<String, Intrinsic> BY_NAME = Map.ofEntries(
            Map.entry("__padlog_assume", ASSUME), Map.entry("__assume", ASSUME), Map.entry("__builtin_assume", ASSUME),
            Map.entry("__padlog_assert", ASSERT),
            Map.entry("__builtin_unreachable", UNREACHABLE),
            Map.entry("__builtin_expect", EXPECT), Map.entry("__builtin_expect_with_probability", EXPECT),
            Map.entry("likely", EXPECT), Map.entry("unlikely", EXPECT),
            Map.entry("InterlockedExchange", EXCHANGE), Map.entry("InterlockedExchangePointer", EXCHANGE),
            Map.entry("throw", THROW),
            Map.entry("AbnormalTermination", ABNORMAL_TERMINATION),
            Map.entry("_abnormal_termination", ABNORMAL_TERMINATION),
            Map.entry("__abnormal_termination", ABNORMAL_TERMINATION));

    static Optional<Intrinsic> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
