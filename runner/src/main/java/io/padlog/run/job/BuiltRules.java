package io.padlog.run.job;

import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/** Prepares the rules that {@code check} runs when none are named, while padlog is built. */
public final class BuiltRules {
    private BuiltRules() {}

    /** @param args the folder of padlog's classes */
    public static void main(String[] args) throws IOException {
        QueryResources resources = QueryResources.installed();
        QueryIncludes includes = new QueryIncludes(resources, FileSystems.getDefault());
        EmbeddedEngine.build(Check.program(Catalog.of(resources).selected(List.of()), includes), Path.of(args[0]));
    }
}
