/* What the Microsoft compiler defines for a C file of a 64-bit x86 target. Its keywords are the parser's business. */
#define _MSC_VER 1939
#define _MSC_FULL_VER 193933519
#define _MSC_BUILD 0
#define _MSC_EXTENSIONS 1
#define _WIN32 1
#define _WIN64 1
#define _M_AMD64 100
#define _M_X64 100
#define _AMD64_ 1
#define AMD64 1
#define _INTEGRAL_MAX_BITS 64
#define __STDC_HOSTED__ 1
#define __STDC_VERSION__ 201710L
#define UNICODE 1
#define _UNICODE 1
#define __volatile volatile
#define __const const
#define static_assert _Static_assert
#define NULL ((void *)0)
#define true 1
#define false 0
#define offsetof(type, member) (sizeof(#type "." #member))

/* Not this compiler, language or target: settled, so that conditions on them are too. */
#undef __cplusplus
#undef __GNUC__
#undef __clang__
#undef __MINGW32__
#undef __INTEL_COMPILER
#undef __STDC__
#undef _X86_
#undef _IA64_
#undef _ARM_
#undef _ARM64_
#undef _M_IX86
#undef _M_IA64
#undef _M_ARM
#undef _M_ARM64
#undef __midl
#undef RC_INVOKED
#undef MIDL_PASS
#undef _PREFAST_
#undef _PREFIX_
#undef __linux__
#undef __KERNEL__
