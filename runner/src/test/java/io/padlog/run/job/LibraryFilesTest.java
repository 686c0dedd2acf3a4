package io.padlog.run.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.catalog.QueryResources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryFilesTest {
    private final LibraryFiles files = new LibraryFiles(QueryResources.installed());

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            # text => included => not included
            call(n, f, "KeBugCheck"), function(f, _, name, _, _)  => schema.dl          => lib/
            function(f, _, name, _, _), name = "calls_name"       => schema.dl          => lib/
            calls_name(f, "KeBugCheck") // held                   => lib/calls.dl       => lib/locks.dl
            judged.at(f, _, _, _, _, _, _)                        => lib/lock_state.dl  => lib/places.dl
            """)
    void includesWhatATextNames(String text, String included, String other) {
        assertThat(files.neededBy(text)).contains("\"padlog:" + included + "\"").doesNotContain("\"padlog:" + other);
    }
}
