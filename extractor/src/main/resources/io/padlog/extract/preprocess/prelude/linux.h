/*
 * The Linux kernel: what its headers say where they are not in the tree. Only what code cannot be read without;
 * functions stay calls, also those that the kernel makes macros of.
 */
#define __KERNEL__ 1
#define MODULE 1
#define CONFIG_64BIT 1
#define CONFIG_X86 1
#define CONFIG_X86_64 1
#define CONFIG_SMP 1
#define CONFIG_MODULES 1
#define CONFIG_PCI 1
#define __LITTLE_ENDIAN 1234
#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + ((c) > 255 ? 255 : (c)))
#define LINUX_VERSION_CODE 394752

/* errno.h */
#define EPERM 1
#define ENOENT 2
#define ESRCH 3
#define EINTR 4
#define EIO 5
#define ENXIO 6
#define E2BIG 7
#define ENOEXEC 8
#define EBADF 9
#define ECHILD 10
#define EAGAIN 11
#define ENOMEM 12
#define EACCES 13
#define EFAULT 14
#define ENOTBLK 15
#define EBUSY 16
#define EEXIST 17
#define EXDEV 18
#define ENODEV 19
#define ENOTDIR 20
#define EISDIR 21
#define EINVAL 22
#define ENFILE 23
#define EMFILE 24
#define ENOTTY 25
#define ETXTBSY 26
#define EFBIG 27
#define ENOSPC 28
#define ESPIPE 29
#define EROFS 30
#define EMLINK 31
#define EPIPE 32
#define EDOM 33
#define ERANGE 34
#define EDEADLK 35
#define ENAMETOOLONG 36
#define ENOLCK 37
#define ENOSYS 38
#define ENOTEMPTY 39
#define ELOOP 40
#define ENOMSG 42
#define EIDRM 43
#define ECHRNG 44
#define EL2NSYNC 45
#define EL3HLT 46
#define EL3RST 47
#define ELNRNG 48
#define EUNATCH 49
#define ENOCSI 50
#define EL2HLT 51
#define EBADE 52
#define EBADR 53
#define EXFULL 54
#define ENOANO 55
#define EBADRQC 56
#define EBADSLT 57
#define EBFONT 59
#define ENOSTR 60
#define ENODATA 61
#define ETIME 62
#define ENOSR 63
#define ENONET 64
#define ENOPKG 65
#define EREMOTE 66
#define ENOLINK 67
#define EADV 68
#define ESRMNT 69
#define ECOMM 70
#define EPROTO 71
#define EMULTIHOP 72
#define EDOTDOT 73
#define EBADMSG 74
#define EOVERFLOW 75
#define ENOTUNIQ 76
#define EBADFD 77
#define EREMCHG 78
#define ELIBACC 79
#define ELIBBAD 80
#define ELIBSCN 81
#define ELIBMAX 82
#define ELIBEXEC 83
#define EILSEQ 84
#define ERESTART 85
#define ESTRPIPE 86
#define EUSERS 87
#define ENOTSOCK 88
#define EDESTADDRREQ 89
#define EMSGSIZE 90
#define EPROTOTYPE 91
#define ENOPROTOOPT 92
#define EPROTONOSUPPORT 93
#define ESOCKTNOSUPPORT 94
#define EOPNOTSUPP 95
#define EPFNOSUPPORT 96
#define EAFNOSUPPORT 97
#define EADDRINUSE 98
#define EADDRNOTAVAIL 99
#define ENETDOWN 100
#define ENETUNREACH 101
#define ENETRESET 102
#define ECONNABORTED 103
#define ECONNRESET 104
#define ENOBUFS 105
#define EISCONN 106
#define ENOTCONN 107
#define ESHUTDOWN 108
#define ETOOMANYREFS 109
#define ETIMEDOUT 110
#define ECONNREFUSED 111
#define EHOSTDOWN 112
#define EHOSTUNREACH 113
#define EALREADY 114
#define EINPROGRESS 115
#define ESTALE 116
#define EUCLEAN 117
#define ENOTNAM 118
#define ENAVAIL 119
#define EISNAM 120
#define EREMOTEIO 121
#define EDQUOT 122
#define ENOMEDIUM 123
#define EMEDIUMTYPE 124
#define ECANCELED 125
#define ENOKEY 126
#define EKEYEXPIRED 127
#define EKEYREVOKED 128
#define EKEYREJECTED 129
#define EOWNERDEAD 130
#define ENOTRECOVERABLE 131
#define ERFKILL 132
#define EHWPOISON 133
#define EWOULDBLOCK 11
#define EDEADLOCK 35
#define ERESTARTSYS 512
#define ERESTARTNOINTR 513
#define ERESTARTNOHAND 514
#define ENOIOCTLCMD 515
#define ERESTART_RESTARTBLOCK 516
#define EPROBE_DEFER 517
#define EOPENSTALE 518
#define ENOPARAM 519
#define EBADHANDLE 521
#define ENOTSYNC 522
#define EBADCOOKIE 523
#define ENOTSUPP 524
#define ETOOSMALL 525
#define ESERVERFAULT 526
#define EBADTYPE 527
#define EJUKEBOX 528
#define EIOCBQUEUED 529
#define ERECALLCONFLICT 530

/* compiler_types.h, init.h */
#define likely(x) (x)
#define unlikely(x) (x)
#define WARN(condition, ...) (condition)
#define WARN_ONCE(condition, ...) (condition)
#define WARN_ON(condition) (condition)
#define WARN_ON_ONCE(condition) (condition)
#define __cond_lock(lock, condition) (condition)
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
#define __meminit
#define __net_init
#define __net_exit
#define __net_initdata
#define __sched
#define __lockfunc
#define __latent_entropy
#define __visible
#define __noreturn __attribute__((noreturn))
#define __attribute_const__
#define __malloc
#define __deprecated
#define __designated_init
#define __nonstring
#define __section(name)
#define __alias(name)
#define __no_sanitize_address
#define __noclone
#define __init_or_module
#define __initdata_or_module
#define __init_refok
#define __page_aligned_data
#define ____cacheline_internodealigned_in_smp
#define __acquire(lock) ((void)0)
#define __release(lock) ((void)0)
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

/* cleanup.h: what is undone where a block is left. */
#define __cleanup(function) __attribute__((__cleanup__(function)))
#define DEFINE_FREE(name, type, undo) static inline void __free_##name(void *p) { type _T = *(type *)p; undo; }
#define __free(name) __cleanup(__free_##name)
#define no_free_ptr(p) ({ __typeof__(p) kept = (p); (p) = NULL; kept; })
#define return_ptr(p) return no_free_ptr(p)
#define DEFINE_CLASS(name, type, undo, made, parameters...) typedef type class_##name##_t; \
    static inline void class_##name##_destructor(type *p) { type _T = *p; undo; } \
    static inline type class_##name##_constructor(parameters) { type t = made; return t; }
#define CLASS(name, variable) \
    class_##name##_t variable __cleanup(class_##name##_destructor) = class_##name##_constructor
#define DEFINE_GUARD(name, type, take, undo) \
    static inline void __guard_##name(type _T) { take; } static inline void __unguard_##name(type _T) { undo; }
#define __guarded(name, variable) void *variable __attribute__((padlog_undo(__unguard_##name)))
#define guard(name) __guarded(name, __guard) = __guard_##name
#define scoped_guard(name, objects...) \
    for (__guarded(name, __scope) = __guard_##name(objects), *__done = NULL; !__done; __done = (void *)1)
#define scoped_cond_guard(name, failed, objects...) \
    if (!__try_guard_##name(objects)) { failed; } else \
        for (__guarded(name, __scope) = (objects), *__done = NULL; !__done; __done = (void *)1)
#define __guard_mutex mutex_lock
#define __unguard_mutex mutex_unlock
#define __try_guard_mutex_try(mutex) mutex_trylock(mutex)
#define __unguard_mutex_try mutex_unlock
#define __try_guard_mutex_intr(mutex) (mutex_lock_interruptible(mutex) == 0)
#define __unguard_mutex_intr mutex_unlock
#define __guard_rwsem_read down_read
#define __unguard_rwsem_read up_read
#define __guard_rwsem_write down_write
#define __unguard_rwsem_write up_write
#define __guard_spinlock spin_lock
#define __unguard_spinlock spin_unlock
#define __guard_spinlock_bh spin_lock_bh
#define __unguard_spinlock_bh spin_unlock_bh
#define __guard_spinlock_irq spin_lock_irq
#define __unguard_spinlock_irq spin_unlock_irq
#define __guard_spinlock_irqsave spin_lock_irqsave
#define __unguard_spinlock_irqsave spin_unlock_irqrestore
#define __try_guard_spinlock_try(lock) spin_trylock(lock)
#define __unguard_spinlock_try spin_unlock
#define __guard_raw_spinlock raw_spin_lock
#define __unguard_raw_spinlock raw_spin_unlock
#define __guard_raw_spinlock_irq raw_spin_lock_irq
#define __unguard_raw_spinlock_irq raw_spin_unlock_irq
#define __guard_raw_spinlock_irqsave raw_spin_lock_irqsave
#define __unguard_raw_spinlock_irqsave raw_spin_unlock_irqrestore
#define __guard_read_lock read_lock
#define __unguard_read_lock read_unlock
#define __guard_read_lock_irq read_lock_irq
#define __unguard_read_lock_irq read_unlock_irq
#define __guard_read_lock_irqsave read_lock_irqsave
#define __unguard_read_lock_irqsave read_unlock_irqrestore
#define __guard_write_lock write_lock
#define __unguard_write_lock write_unlock
#define __guard_write_lock_irq write_lock_irq
#define __unguard_write_lock_irq write_unlock_irq
#define __guard_write_lock_irqsave write_lock_irqsave
#define __unguard_write_lock_irqsave write_unlock_irqrestore
#define __guard_device device_lock
#define __unguard_device device_unlock
#define __guard_rcu rcu_read_lock
#define __unguard_rcu rcu_read_unlock
#define __guard_srcu srcu_read_lock
#define __unguard_srcu srcu_read_unlock
#define __guard_rtnl rtnl_lock
#define __unguard_rtnl rtnl_unlock
#define __guard_cpus_read_lock cpus_read_lock
#define __unguard_cpus_read_lock cpus_read_unlock
#define __guard_preempt preempt_disable
#define __unguard_preempt preempt_enable
#define __guard_irq local_irq_disable
#define __unguard_irq local_irq_enable
#define __guard_irqsave local_irq_save
#define __unguard_irqsave local_irq_restore

/* kconfig.h: what nobody configures counts as there, because most code is. */
#define IS_ENABLED(option) (option)
#define IS_REACHABLE(option) (option)
#define IS_BUILTIN(option) (option)
#define IS_MODULE(option) (option)

/* kern_levels.h, stringify.h: texts that stand beside texts. */
#define KERN_SOH "\001"
#define KERN_EMERG "\0010"
#define KERN_ALERT "\0011"
#define KERN_CRIT "\0012"
#define KERN_ERR "\0013"
#define KERN_WARNING "\0014"
#define KERN_NOTICE "\0015"
#define KERN_INFO "\0016"
#define KERN_DEBUG "\0017"
#define KERN_DEFAULT ""
#define KERN_CONT "\001c"
#define KBUILD_MODNAME "module"
#define KBUILD_BASENAME "module"
#define UTS_RELEASE "6"
#define pr_fmt(format) format
#define __stringify_1(text...) #text
#define __stringify(text...) __stringify_1(text)
#define __PASTE_(a, b) a##b
#define __PASTE(a, b) __PASTE_(a, b)

/* Variables that macros declare. */
#define DECLARE_BITMAP(name, bits) unsigned long name[bits]
#define __ETHTOOL_DECLARE_LINK_MODE_MASK(name) unsigned long name[2]
#define DECLARE_PHY_INTERFACE_MASK(name) unsigned long name[1]
#define LIST_HEAD(name) struct list_head name
#define HLIST_HEAD(name) struct hlist_head name
#define DEFINE_SPINLOCK(name) spinlock_t name
#define DEFINE_RAW_SPINLOCK(name) raw_spinlock_t name
#define DEFINE_RWLOCK(name) rwlock_t name
#define DEFINE_MUTEX(name) struct mutex name
#define DECLARE_RWSEM(name) struct rw_semaphore name
#define DEFINE_SEMAPHORE(name) struct semaphore name
#define DEFINE_IDA(name) struct ida name
#define DEFINE_IDR(name) struct idr name
#define DEFINE_XARRAY(name) struct xarray name
#define DEFINE_XARRAY_ALLOC(name) struct xarray name
#define DECLARE_COMPLETION(name) struct completion name
#define DECLARE_COMPLETION_ONSTACK(name) struct completion name
#define DECLARE_WAIT_QUEUE_HEAD(name) wait_queue_head_t name
#define DECLARE_WAIT_QUEUE_HEAD_ONSTACK(name) wait_queue_head_t name
#define DECLARE_WAITQUEUE(name, task) struct wait_queue_entry name
#define DEFINE_WAIT(name) struct wait_queue_entry name
#define DEFINE_WAIT_FUNC(name, routine) struct wait_queue_entry name = { .func = routine }
#define DEFINE_TIMER(name, routine) struct timer_list name = { .function = routine }
#define DECLARE_WORK(name, routine) struct work_struct name = { .func = routine }
#define DECLARE_DELAYED_WORK(name, routine) struct delayed_work name = { .work = { .func = routine } }
#define DECLARE_TASKLET(name, routine) struct tasklet_struct name = { .callback = routine }
#define DECLARE_TASKLET_DISABLED(name, routine) struct tasklet_struct name = { .callback = routine }
#define DEFINE_STATIC_KEY_FALSE(name) struct static_key_false name
#define DEFINE_STATIC_KEY_TRUE(name) struct static_key_true name
#define DEFINE_RATELIMIT_STATE(name, interval, burst) struct ratelimit_state name
#define DEFINE_PER_CPU(type, name) __typeof__(type) name
#define DECLARE_PER_CPU(type, name) extern __typeof__(type) name
#define DEFINE_PER_CPU_ALIGNED(type, name) __typeof__(type) name

/* Functions that macros define, and tests with their own parentheses. */
#define SYSCALL_DEFINE0(name) long sys_##name(void)
#define SYSCALL_DEFINE1(name, t1, a1) long sys_##name(t1 a1)
#define SYSCALL_DEFINE2(name, t1, a1, t2, a2) long sys_##name(t1 a1, t2 a2)
#define SYSCALL_DEFINE3(name, t1, a1, t2, a2, t3, a3) long sys_##name(t1 a1, t2 a2, t3 a3)
#define SYSCALL_DEFINE4(name, t1, a1, t2, a2, t3, a3, t4, a4) long sys_##name(t1 a1, t2 a2, t3 a3, t4 a4)
#define time_after(a, b) ((long)((b) - (a)) < 0)
#define time_before(a, b) time_after(b, a)
#define time_after_eq(a, b) ((long)((a) - (b)) >= 0)
#define time_before_eq(a, b) time_after_eq(b, a)
