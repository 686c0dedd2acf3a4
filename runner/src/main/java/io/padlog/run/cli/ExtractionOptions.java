package io.padlog.run.cli;

import io.padlog.extract.ExtractListener;
import io.padlog.extract.ExtractOptions;
import io.padlog.run.catalog.ApiTables;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.job.Extract;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** How C sources are read. */
final class ExtractionOptions {
    @Option(names = "-D", paramLabel = "NAME[=VALUE]", mapFallbackValue = "1",
            description = "Define a macro, as 1 if there is no value.")
    private Map<String, String> defines = new LinkedHashMap<>();

    @Option(names = "-U", paramLabel = "NAME", description = "Undefine a macro.")
    private Set<String> undefines = new LinkedHashSet<>();

    @Option(names = "-I", paramLabel = "DIR", description = "Look for headers in DIR, too.")
    private List<Path> includeFolders = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "Do not read files whose shown name matches GLOB.")
    private List<String> excludes = new ArrayList<>();

    @Option(names = "--config", paramLabel = "FILE",
            description = "Take options from FILE, none if it is 'none'. Default: padlog.toml here or in a folder above.")
    private Path config = Path.of("");

    ExtractOptions options(int threads, QueryResources resources, ExtractListener listener) {
        ExtractOptions.Platform platform = Extract.platform(ApiTables.of(resources));
        return new ExtractOptions(includeFolders, defines, undefines, excludes, threads, platform).toldTo(listener);
    }
}
