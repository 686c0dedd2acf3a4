/* GCC on 64-bit Linux, and what the kernel's compiler headers say where they are not in the tree. */
#define __GNUC__ 12
#define __GNUC_MINOR__ 2
#define __GNUC_PATCHLEVEL__ 0
#define __STDC__ 1
#define __STDC_HOSTED__ 1
#define __STDC_VERSION__ 201710L
#define __x86_64__ 1
#define __x86_64 1
#define __amd64__ 1
#define __LP64__ 1
#define _LP64 1
#define __linux__ 1
#define __linux 1
#define __unix__ 1
#define __gnu_linux__ 1
#define __KERNEL__ 1
#define MODULE 1
#define CONFIG_64BIT 1
#define CONFIG_X86 1
#define CONFIG_X86_64 1
#define CONFIG_SMP 1
#define CONFIG_MODULES 1
#define CONFIG_PCI 1
#define __CHAR_BIT__ 8
#define __SIZEOF_INT__ 4
#define __SIZEOF_LONG__ 8
#define __SIZEOF_LONG_LONG__ 8
#define __SIZEOF_POINTER__ 8
#define __SIZE_TYPE__ unsigned long
#define __PTRDIFF_TYPE__ long
#define __WCHAR_TYPE__ int
#define __INT_MAX__ 0x7fffffff
#define __LONG_MAX__ 0x7fffffffffffffffL
#define __ORDER_LITTLE_ENDIAN__ 1234
#define __ORDER_BIG_ENDIAN__ 4321
#define __BYTE_ORDER__ 1234
#define __LITTLE_ENDIAN 1234
#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + ((c) > 255 ? 255 : (c)))
#define LINUX_VERSION_CODE 394752
#define NULL ((void *)0)
#define true 1
#define false 0
#define offsetof(type, member) (sizeof(#type "." #member))

#undef __cplusplus
#undef __clang__
#undef _MSC_VER
#undef _WIN32
#undef _WIN64
#undef __CHECKER__
#undef __BIG_ENDIAN
#undef __ASSEMBLY__
#undef __ASSEMBLER__

/* compiler_types.h, init.h */
#define likely(x) (x)
#define unlikely(x) (x)
#define READ_ONCE(x) (x)
#define WRITE_ONCE(x, value) ((x) = (value))
#define __init
#define __exit
#define __initdata
#define __initconst
#define __exitdata
#define __devinit
#define __devexit
#define __devinitdata
#define __ref
#define __refdata
#define __user
#define __kernel
#define __iomem
#define __percpu
#define __rcu
#define __force
#define __nocast
#define __safe
#define __private
#define __bitwise
#define __must_check
#define __maybe_unused
#define __always_unused
#define __used
#define __cold
#define __hot
#define __weak
#define __pure
#define __packed
#define __aligned(bytes)
#define __printf(format, first)
#define __scanf(format, first)
#define __read_mostly
#define __ro_after_init
#define ____cacheline_aligned
#define ____cacheline_aligned_in_smp
#define __cacheline_aligned
#define __randomize_layout
#define __counted_by(member)
#define __always_inline inline
#define noinline
#define notrace
#define asmlinkage
#define fallthrough ((void)0)
#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define container_of(pointer, type, member) container_of((pointer), #type, #member)
#define list_entry(pointer, type, member) container_of((pointer), #type, #member)

/* list.h: loops, which nothing but their definition tells from calls. */
#define list_for_each(pos, head) for (pos = (head)->next; pos != (head); pos = pos->next)
#define list_for_each_safe(pos, n, head) \
    for (pos = (head)->next, n = pos->next; pos != (head); pos = n, n = pos->next)
#define list_for_each_entry(pos, head, member) \
    for (pos = __list_first(head); pos != NULL; pos = __list_next(pos))
#define list_for_each_entry_reverse(pos, head, member) \
    for (pos = __list_last(head); pos != NULL; pos = __list_previous(pos))
#define list_for_each_entry_safe(pos, n, head, member) \
    for (pos = __list_first(head), n = __list_next(pos); pos != NULL; pos = n, n = __list_next(n))
#define list_for_each_entry_rcu(pos, head, ...) \
    for (pos = __list_first(head); pos != NULL; pos = __list_next(pos))
#define hlist_for_each_entry(pos, head, member) \
    for (pos = __list_first(head); pos != NULL; pos = __list_next(pos))
