package org.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** A JFR recording of a server under one more load, with a summary as text: where the samples were, by frame and by caller of ours. */
record Profiler(Path directory) {

    private static final int SHOWN = 25;

    /** Leaves {@code ROW.jfr} and {@code ROW.txt} in the directory. */
    void profile(Product product, Scenario scenario, Row row, Duration time) {
        Optional<Load> load = product.load(scenario);
        if (load.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(directory);
            Path recording = directory.resolve(row.id() + ".jfr").toAbsolutePath();
            Load.Running running = load.get().prepare();
            jcmd(product, "JFR.start", "name=bench", "settings=profile");
            running.run(time);
            jcmd(product, "JFR.stop", "name=bench", "filename=" + recording);
            Files.writeString(directory.resolve(row.id() + ".txt"), summary(recording));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void jcmd(Product product, String... command) throws IOException {
        List<String> line = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                Long.toString(product.usage().pid())));
        line.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
        jcmd.getInputStream().readAllBytes();
    }

    private static String summary(Path recording) throws IOException {
        Map<String, Integer> leaves = new HashMap<>();
        Map<String, Integer> ours = new HashMap<>();
        int samples = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    List<RecordedFrame> frames = event.getStackTrace().getFrames();
                    samples++;
                    leaves.merge(name(frames.get(0)), 1, Integer::sum);
                    frames.stream().map(Profiler::name).filter(name -> name.startsWith("org.gatehouse.")).collect(Collectors.toSet())
                            .forEach(name -> ours.merge(name, 1, Integer::sum));
                }
            }
        }
        return samples + " samples\n\ntop frames\n" + top(leaves, samples) + "\nwithin (a sample counts for every method on its stack)\n"
                + top(ours, samples);
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static String top(Map<String, Integer> counts, int samples) {
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(SHOWN)
                .map(entry -> String.format("%5.1f %%  %s%n", 100.0 * entry.getValue() / samples, entry.getKey()))
                .collect(Collectors.joining());
    }
}
