/*
 * Macros of the Windows SDK and WDK headers that driver code cannot be read without. Functions stay calls, also those
 * that the headers make macros of; names that tables or the parser know (IRP_MJ_*, SAL 2, __drv_*(…)) are left alone.
 */

/* sdkddkver.h, wdf: a recent Windows. */
#define NTDDI_WIN2K 0x05000000
#define NTDDI_WINXP 0x05010000
#define NTDDI_WINXPSP1 0x05010100
#define NTDDI_WINXPSP2 0x05010200
#define NTDDI_WINXPSP3 0x05010300
#define NTDDI_WS03 0x05020000
#define NTDDI_WS03SP1 0x05020100
#define NTDDI_WS03SP2 0x05020200
#define NTDDI_LONGHORN 0x06000000
#define NTDDI_VISTA 0x06000000
#define NTDDI_VISTASP1 0x06000100
#define NTDDI_WS08 0x06000100
#define NTDDI_WIN7 0x06010000
#define NTDDI_WIN8 0x06020000
#define NTDDI_WINBLUE 0x06030000
#define NTDDI_WINTHRESHOLD 0x0A000000
#define NTDDI_WIN10 0x0A000000
#define NTDDI_WIN10_TH2 0x0A000001
#define NTDDI_WIN10_RS1 0x0A000002
#define NTDDI_WIN10_RS2 0x0A000003
#define NTDDI_WIN10_RS3 0x0A000004
#define NTDDI_WIN10_RS4 0x0A000005
#define NTDDI_WIN10_RS5 0x0A000006
#define NTDDI_WIN10_19H1 0x0A000007
#define NTDDI_WIN10_VB 0x0A000008
#define NTDDI_WIN10_MN 0x0A000009
#define NTDDI_WIN10_FE 0x0A00000A
#define NTDDI_WIN10_CO 0x0A00000B
#define NTDDI_WIN10_NI 0x0A00000C
#define NTDDI_VERSION 0x0A00000C
#define _WIN32_WINNT_NT4 0x0400
#define _WIN32_WINNT_WIN2K 0x0500
#define _WIN32_WINNT_WINXP 0x0501
#define _WIN32_WINNT_WS03 0x0502
#define _WIN32_WINNT_LONGHORN 0x0600
#define _WIN32_WINNT_WIN6 0x0600
#define _WIN32_WINNT_VISTA 0x0600
#define _WIN32_WINNT_WS08 0x0600
#define _WIN32_WINNT_WIN7 0x0601
#define _WIN32_WINNT_WIN8 0x0602
#define _WIN32_WINNT_WINBLUE 0x0603
#define _WIN32_WINNT_WINTHRESHOLD 0x0A00
#define _WIN32_WINNT_WIN10 0x0A00
#define _WIN32_WINNT 0x0A00
#define WINVER 0x0A00
#define KMDF_VERSION_MAJOR 1
#define KMDF_VERSION_MINOR 33
#define ALLOC_PRAGMA 1
#define ALLOC_DATA_PRAGMA 1

/* ndis.h: which version a miniport is written for, 6.x if it does not say. */
#define NDIS_SUPPORT_NDIS6 \
    (NDIS60_MINIPORT || NDIS61_MINIPORT || NDIS_SUPPORT_NDIS620 || !(NDIS40_MINIPORT || NDIS50_MINIPORT || NDIS51_MINIPORT))
#define NDIS_SUPPORT_60_API NDIS_SUPPORT_NDIS6
#define NDIS_SUPPORT_NDIS61 (NDIS61_MINIPORT || NDIS_SUPPORT_NDIS620)
#define NDIS_SUPPORT_NDIS620 (NDIS620_MINIPORT || NDIS_SUPPORT_NDIS630)
#define NDIS_SUPPORT_NDIS630 (NDIS630_MINIPORT || NDIS_SUPPORT_NDIS640)
#define NDIS_SUPPORT_NDIS640 (NDIS640_MINIPORT || NDIS_SUPPORT_NDIS650)
#define NDIS_SUPPORT_NDIS650 (NDIS650_MINIPORT || NDIS_SUPPORT_NDIS651)
#define NDIS_SUPPORT_NDIS651 (NDIS651_MINIPORT || NDIS_SUPPORT_NDIS660)
#define NDIS_SUPPORT_NDIS660 (NDIS660_MINIPORT || NDIS_SUPPORT_NDIS670)
#define NDIS_SUPPORT_NDIS670 (NDIS670_MINIPORT || NDIS_SUPPORT_NDIS680)
#define NDIS_SUPPORT_NDIS680 (NDIS680_MINIPORT || NDIS_SUPPORT_NDIS681)
#define NDIS_SUPPORT_NDIS681 (NDIS681_MINIPORT || NDIS_SUPPORT_NDIS682)
#define NDIS_SUPPORT_NDIS682 \
    (NDIS682_MINIPORT || NDIS683_MINIPORT || NDIS684_MINIPORT || NDIS685_MINIPORT || NDIS686_MINIPORT \
    || !(NDIS40_MINIPORT || NDIS50_MINIPORT || NDIS51_MINIPORT || NDIS60_MINIPORT || NDIS61_MINIPORT || NDIS620_MINIPORT \
        || NDIS630_MINIPORT || NDIS640_MINIPORT || NDIS650_MINIPORT || NDIS651_MINIPORT || NDIS660_MINIPORT \
        || NDIS670_MINIPORT || NDIS680_MINIPORT || NDIS681_MINIPORT))

/* Words of declarations. */
#define TRUE 1
#define FALSE 0
#define VOID void
#define CONST const
#define IN
#define OUT
#define OPTIONAL
#define FAR
#define NEAR
#define far
#define near
#define UNALIGNED
#define UNALIGNED64
#define RESTRICTED_POINTER
#define POINTER_32
#define POINTER_64
#define FORCEINLINE __forceinline
#define CFORCEINLINE __forceinline
#define EXTERN_C extern
#define EXTERN_C_START
#define EXTERN_C_END
#define NTAPI __stdcall
#define NTAPI_INLINE __stdcall
#define WINAPI __stdcall
#define CALLBACK __stdcall
#define APIENTRY __stdcall
#define PASCAL __stdcall
#define FASTCALL __fastcall
#define CDECL __cdecl
#define NTSYSAPI
#define NTSYSCALLAPI
#define NTKERNELAPI
#define NTHALAPI
#define NDIS_API
#define WINBASEAPI
#define WDFAPI
#define DECLSPEC_IMPORT
#define DECLSPEC_EXPORT
#define DECLSPEC_NOINLINE
#define DECLSPEC_NOTHROW
#define DECLSPEC_ALIGN(bytes)
#define DECLSPEC_CACHEALIGN
#define DECLSPEC_SELECTANY
#define DECLSPEC_DEPRECATED
#define DECLSPEC_UUID(text)
#define DECLSPEC_NORETURN __declspec(noreturn)
#define DEFINE_GUID(name, ...) extern const GUID name
#define TEXT(text) L##text
#define _T(text) L##text
#define C_ASSERT(condition)

/* Status codes; their values are in status.h. */
#define NT_SUCCESS(Status) (((NTSTATUS)(Status)) >= 0)
#define NT_INFORMATION(Status) ((((ULONG)(Status)) >> 30) == 1)
#define NT_WARNING(Status) ((((ULONG)(Status)) >> 30) == 2)
#define NT_ERROR(Status) ((((ULONG)(Status)) >> 30) == 3)

/* Interrupt request levels of x64. */
#define PASSIVE_LEVEL 0
#define LOW_LEVEL 0
#define APC_LEVEL 1
#define DISPATCH_LEVEL 2
#define CLOCK_LEVEL 13
#define IPI_LEVEL 14
#define DRS_LEVEL 14
#define POWER_LEVEL 14
#define PROFILE_LEVEL 15
#define HIGH_LEVEL 15

/* Statements without effect, and what may be taken for granted after them. */
#define UNREFERENCED_PARAMETER(P) ((void)0)
#define DBG_UNREFERENCED_PARAMETER(P) ((void)0)
#define DBG_UNREFERENCED_LOCAL_VARIABLE(V) ((void)0)
#define PAGED_CODE() ((void)0)
#define PAGED_CODE_LOCKED() ((void)0)
#define ASSERT(condition) __padlog_assert((condition))
#define ASSERTMSG(text, condition) __padlog_assert((condition))
#define RTL_SOFT_ASSERT(condition) __padlog_assert((condition))
#define NT_ASSERT(condition) __padlog_assert((condition))
#define NT_ASSERTMSG(text, condition) __padlog_assert((condition))
#define NT_VERIFY(condition) __padlog_assert((condition))
#define NT_VERIFYMSG(text, condition) __padlog_assert((condition))
#define NT_FRE_ASSERT(condition) __padlog_assert((condition))
#define FLT_ASSERT(condition) __padlog_assert((condition))
#define FLT_ASSERTMSG(text, condition) __padlog_assert((condition))
#define _Analysis_assume_(condition) __padlog_assume((condition))
#define __analysis_assume(condition) __padlog_assume((condition))
#define __assume(condition) __padlog_assume((condition))
#define KdPrint(arguments) DbgPrint arguments
#define KdPrintEx(arguments) DbgPrintEx arguments
#define KdBreakPoint() DbgBreakPoint()

/* Expressions. Types and fields are given as strings where an argument would not parse as an expression. */
#define CONTAINING_RECORD(address, type, field) CONTAINING_RECORD((address), #type, #field)
/* A constant, though not the right one: nobody counts on it. */
#define FIELD_OFFSET(type, field) ((LONG)sizeof(#type "." #field))
#define RTL_FIELD_SIZE(type, field) (sizeof(#type "." #field))
#define FIELD_SIZE(type, field) (sizeof(#type "." #field))
#define RTL_SIZEOF_THROUGH_FIELD(type, field) (sizeof(#type "." #field))
#define RTL_NUMBER_OF(array) (sizeof(array) / sizeof((array)[0]))
#define ARRAYSIZE(array) (sizeof(array) / sizeof((array)[0]))
#define _countof(array) (sizeof(array) / sizeof((array)[0]))
#define ARGUMENT_PRESENT(argument) ((argument) != NULL)
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define FlagOn(flags, single) ((flags) & (single))
#define BooleanFlagOn(flags, single) ((BOOLEAN)(((flags) & (single)) != 0))
#define SetFlag(flags, single) ((flags) |= (single))
#define ClearFlag(flags, single) ((flags) &= ~(single))
#define CTL_CODE(device, function, method, access) \
    (((device) << 16) | ((access) << 14) | ((function) << 2) | (method))
#define METHOD_BUFFERED 0
#define METHOD_IN_DIRECT 1
#define METHOD_OUT_DIRECT 2
#define METHOD_NEITHER 3
#define FILE_ANY_ACCESS 0
#define FILE_READ_ACCESS 1
#define FILE_WRITE_ACCESS 2
#define POOL_FLAG_USE_QUOTA 0x0000000000000001
#define POOL_FLAG_UNINITIALIZED 0x0000000000000002
#define POOL_FLAG_SESSION 0x0000000000000004
#define POOL_FLAG_CACHE_ALIGNED 0x0000000000000008
#define POOL_FLAG_RAISE_ON_FAILURE 0x0000000000000020
#define POOL_FLAG_NON_PAGED 0x0000000000000040
#define POOL_FLAG_NON_PAGED_EXECUTE 0x0000000000000080
#define POOL_FLAG_PAGED 0x0000000000000100
#define INVALID_HANDLE_VALUE ((HANDLE)(LONG_PTR)-1)
#define MAXULONG 0xFFFFFFFF
#define MAXUSHORT 0xFFFF
#define MAXUCHAR 0xFF
#define MAXLONG 0x7FFFFFFF
#define MAX_PATH 260
#define EXCEPTION_EXECUTE_HANDLER 1
#define EXCEPTION_CONTINUE_SEARCH 0
#define EXCEPTION_CONTINUE_EXECUTION (-1)

/* Counted strings. */
#define RTL_CONSTANT_STRING(text) {sizeof(text) - sizeof((text)[0]), sizeof(text), (text)}
#define DECLARE_CONST_UNICODE_STRING(name, text) \
    const UNICODE_STRING name = {sizeof(text) - sizeof((text)[0]), sizeof(text), (PWCH)(text)}
#define DECLARE_GLOBAL_CONST_UNICODE_STRING(name, text) \
    extern const UNICODE_STRING name = {sizeof(text) - sizeof((text)[0]), sizeof(text), (PWCH)(text)}
#define DECLARE_UNICODE_STRING_SIZE(name, size) \
    WCHAR name##_buffer[size]; UNICODE_STRING name = {0, (size) * sizeof(WCHAR), name##_buffer}

/* wdfobject.h: the accessor of an object's context is a pure function of the handle. */
#define WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(type, name) type *name(void *Handle);
#define WDF_DECLARE_CONTEXT_TYPE(type) type *WdfObjectGet_##type(void *Handle);
#define WDF_DECLARE_SHARED_CONTEXT_TYPE_WITH_NAME(type, name) type *name(void *Handle);
#define WDF_DECLARE_SHARED_CONTEXT_TYPE(type) type *WdfObjectGet_##type(void *Handle);
#define WDF_DECLARE_TYPE_AND_GLOBALS(type, name, id, section) type *name(void *Handle);
#define WDF_DECLARE_CUSTOM_TYPE(type)
#define WdfObjectGetTypedContext(handle, type) WdfObjectGet_##type(handle)

/* ntddk.h: the names that resources had before they were made smaller. */
#define ExInitializeResource ExInitializeResourceLite
#define ExAcquireResourceShared ExAcquireResourceSharedLite
#define ExAcquireResourceExclusive ExAcquireResourceExclusiveLite
#define ExReleaseResource ExReleaseResourceLite
#define ExReleaseResourceForThread ExReleaseResourceForThreadLite
#define ExConvertExclusiveToShared ExConvertExclusiveToSharedLite
#define ExDeleteResource ExDeleteResourceLite
#define ExIsResourceAcquiredExclusive ExIsResourceAcquiredExclusiveLite
#define ExIsResourceAcquiredShared ExIsResourceAcquiredSharedLite
#define ExIsResourceAcquired ExIsResourceAcquiredSharedLite
