package io.onrecord.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same pages asked for by wrk (Debian's package; Apache-2.0), a load generator that is not ours: on so many connections, each as fast as answers come, or with the pauses of people. */
final class DeskTool {

    /** Each thread of wrk goes through the paths from a place of its own; at the end it says what the distribution of times is. */
    private static final String SCRIPT = """
            local paths = {}
            for line in io.lines(os.getenv("ONRECORD_PATHS")) do paths[#paths + 1] = line end
            local threads = {}
            local pause = tonumber(os.getenv("ONRECORD_PAUSE"))
            if pause > 0 then
               function delay() return -math.log(1 - math.random()) * pause end
            end
            function setup(thread)
               thread:set("number", #threads)
               table.insert(threads, thread)
            end
            function init(args)
               at = number * 1237
               math.randomseed(number + 1)
               others = 0
               moved = 0
            end
            function request()
               at = at % #paths + 1
               return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "gzip" })
            end
            function response(status, headers, body)
               if status == 307 then moved = moved + 1 elseif status ~= 200 then others = others + 1 end
            end
            function done(summary, latency, requests)
               local moved, others = 0, 0
               for _, thread in ipairs(threads) do
                  moved = moved + thread:get("moved")
                  others = others + thread:get("others")
               end
               io.write(string.format(
                  "wrk, who looks at a page for %d ms on average: %.0f pages a second; p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.0f ms; %d pages, %d of them at another address by then; other than 200: %d, no answer: %d\\n",
                  pause, summary.requests / summary.duration * 1e6,
                  latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
                  summary.requests, moved, others,
                  summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
            end
            """;

    private DeskTool() {}

    /**
     * Runs it.
     *
     * @param folder for its script; made
     * @param paths that are asked for, over and over
     * @param pause milliseconds on average between an answer and the next request; 0 for none
     * @return what it found, in a line; or that it is not there
     */
    static String run(Path folder, String address, List<String> paths, int connections, long pause, int seconds)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path script = Files.writeString(folder.resolve("pages.lua"), SCRIPT, StandardCharsets.UTF_8);
        Path list = Files.write(folder.resolve("paths"), paths, StandardCharsets.UTF_8);
        ProcessBuilder builder = new ProcessBuilder(
                        "wrk",
                        "--threads",
                        connections > 1 ? "2" : "1",
                        "--connections",
                        Integer.toString(connections),
                        "--duration",
                        seconds + "s",
                        "--timeout",
                        "60s",
                        "--script",
                        script.toString(),
                        address)
                .redirectErrorStream(true);
        builder.environment().put("ONRECORD_PATHS", list.toString());
        builder.environment().put("ONRECORD_PAUSE", Long.toString(pause));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return "wrk is not there: apt-get install wrk";
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return said.lines()
                .filter(line -> line.startsWith("wrk, "))
                .findFirst()
                .orElse("wrk ended with " + code + ": " + said);
    }
}
