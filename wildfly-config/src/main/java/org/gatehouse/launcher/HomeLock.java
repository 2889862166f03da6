package org.gatehouse.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second launcher out of a home directory; the operating system frees it when the holder dies. */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartupFailure when another launcher holds it */
    static HomeLock acquire(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartupFailure("another Gatehouse runs in " + home + "; stop it, or set GATEHOUSE_HOME");
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new StartupFailure(home + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // the operating system frees it at the end of the process
        }
    }
}
