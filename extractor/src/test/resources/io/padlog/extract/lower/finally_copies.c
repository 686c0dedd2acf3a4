/* A user buffer is probed in a __try; the mutex is given back however the body is left. */
enum { MAX_TRIES = 3 };

NTSTATUS Copy(PFAST_MUTEX mutex, PVOID user, ULONG length)
{
    NTSTATUS status;

    __try {
        ExAcquireFastMutex(mutex);
        __try {
            if (length == 0) {
                return STATUS_SUCCESS;
            }
            for (int tries = 0; tries < MAX_TRIES; tries++) {
                probe(user, length);
                if (Move(user, length)) {
                    __leave;
                }
            }
            status = STATUS_UNSUCCESSFUL;
            goto out;
        } __finally {
            if (AbnormalTermination()) {
                Count(length);
            }
            ExReleaseFastMutex(mutex);
        }
        status = STATUS_SUCCESS;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        status = GetExceptionCode();
    }
out:
    return status;
}
