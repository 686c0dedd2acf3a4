package io.padlog.run.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much memory this process took at most, and what bounds it. */
final class PeakMemory {
    private static final long MEBIBYTE = 1 << 20;

    private PeakMemory() {}

    /** A line for {@code -v}. The pools of the heap need not have had their peaks at the same time: it is an upper bound. */
    static String told() {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return "memory: at most " + rounded(peak) + " MiB of heap, " + allowed() + " MiB allowed";
    }

    /** MiB that Java may take for the heap. */
    static long allowed() {
        return Runtime.getRuntime().maxMemory() / MEBIBYTE;
    }

    private static long rounded(long bytes) {
        return (bytes + MEBIBYTE - 1) / MEBIBYTE;
    }
}
