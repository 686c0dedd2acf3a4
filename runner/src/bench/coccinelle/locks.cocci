// The usual Coccinelle rule for a lock that is held at a return, for the locks that Windows drivers take most.

@WdfSpinLock exists@
expression lock;
position taken, left;
@@
WdfSpinLockAcquire@taken(lock)
... when != WdfSpinLockRelease(lock)
return@left ...;

@script:python@
taken << WdfSpinLock.taken;
left << WdfSpinLock.left;
@@
print("WdfSpinLock:%s:%s" % (left[0].file, left[0].line))

@WdfWaitLock exists@
expression lock;
position taken, left;
@@
WdfWaitLockAcquire@taken(lock, ...)
... when != WdfWaitLockRelease(lock)
return@left ...;

@script:python@
taken << WdfWaitLock.taken;
left << WdfWaitLock.left;
@@
print("WdfWaitLock:%s:%s" % (left[0].file, left[0].line))

@KeSpinLock exists@
expression lock;
position taken, left;
@@
KeAcquireSpinLock@taken(lock, ...)
... when != KeReleaseSpinLock(lock, ...)
return@left ...;

@script:python@
taken << KeSpinLock.taken;
left << KeSpinLock.left;
@@
print("KeSpinLock:%s:%s" % (left[0].file, left[0].line))

@KeSpinLockDpc exists@
expression lock;
position taken, left;
@@
KeAcquireSpinLockAtDpcLevel@taken(lock)
... when != KeReleaseSpinLockFromDpcLevel(lock)
return@left ...;

@script:python@
taken << KeSpinLockDpc.taken;
left << KeSpinLockDpc.left;
@@
print("KeSpinLockDpc:%s:%s" % (left[0].file, left[0].line))

@Ndis exists@
expression lock;
position taken, left;
@@
NdisAcquireSpinLock@taken(lock)
... when != NdisReleaseSpinLock(lock)
return@left ...;

@script:python@
taken << Ndis.taken;
left << Ndis.left;
@@
print("Ndis:%s:%s" % (left[0].file, left[0].line))

@NdisDpr exists@
expression lock;
position taken, left;
@@
NdisDprAcquireSpinLock@taken(lock)
... when != NdisDprReleaseSpinLock(lock)
return@left ...;

@script:python@
taken << NdisDpr.taken;
left << NdisDpr.left;
@@
print("NdisDpr:%s:%s" % (left[0].file, left[0].line))

@FastMutex exists@
expression lock;
position taken, left;
@@
ExAcquireFastMutex@taken(lock)
... when != ExReleaseFastMutex(lock)
return@left ...;

@script:python@
taken << FastMutex.taken;
left << FastMutex.left;
@@
print("FastMutex:%s:%s" % (left[0].file, left[0].line))

@Exclusive exists@
expression lock;
position taken, left;
@@
ExAcquireResourceExclusiveLite@taken(lock, ...)
... when != ExReleaseResourceLite(lock)
return@left ...;

@script:python@
taken << Exclusive.taken;
left << Exclusive.left;
@@
print("Exclusive:%s:%s" % (left[0].file, left[0].line))

@Shared exists@
expression lock;
position taken, left;
@@
ExAcquireResourceSharedLite@taken(lock, ...)
... when != ExReleaseResourceLite(lock)
return@left ...;

@script:python@
taken << Shared.taken;
left << Shared.left;
@@
print("Shared:%s:%s" % (left[0].file, left[0].line))
