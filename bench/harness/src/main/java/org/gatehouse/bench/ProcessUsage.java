package org.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says about a process (proc(5)). */
record ProcessUsage(long pid) {

    private static final double TICKS_PER_SECOND = 100;

    /** CPU seconds used so far by the process and all its descendants, ended ones included if they were waited for. */
    double cpuSeconds() {
        return ProcessHandle.of(pid).map(process -> ticks(pid)
                + process.descendants().mapToLong(child -> ticks(child.pid())).sum()).orElse(0L) / TICKS_PER_SECOND;
    }

    /** Resident memory of the process and all its descendants, in MiB: a server may be the child of its start script. */
    double residentMiB() {
        return ProcessHandle.of(pid).map(process -> resident(pid)
                + process.descendants().mapToDouble(child -> resident(child.pid())).sum()).orElse(0.0);
    }

    private static double resident(long pid) {
        try {
            return Files.readAllLines(new ProcessUsage(pid).proc("status")).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024).findFirst().orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** utime, stime, cutime, cstime: fields 14 to 17, counted after the name, which may hold spaces. */
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(new ProcessUsage(pid).proc("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]) + Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        } catch (IOException gone) {
            return 0;
        }
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }
}
