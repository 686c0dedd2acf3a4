package io.padlog.run.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnLocksTest {
    private static final String TABLE = "api/locks_own.dl";
    private final QueryResources installed = QueryResources.installed();

    private List<String> rows(String... pairs) {
        return OwnLocks.added(List.of(pairs), List.of(), installed).existing(TABLE).lines()
                .filter(line -> line.endsWith(")."))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\0', textBlock = """
            # a pair => rows of the tables
            Lock(0):Unlock(0)         => lock_api("Lock", "acquire", 0, "always", "Lock:Unlock").; lock_api("Unlock", "release", 0, "always", "Lock:Unlock").
            Try(1)=nonzero:Leave      => lock_api("Try", "acquire", 1, "nonzero", "Try:Leave").; lock_api("Leave", "release", 0, "always", "Try:Leave").
            Wait( 2 ) = zero : End(1) => lock_api("Wait", "acquire", 2, "zero", "Wait:End").; lock_api("End", "release", 1, "always", "Wait:End").
            Open(return):Close        => lock_api("Open", "acquire", -1, "nonzero", "Open:Close").; lock_api("Close", "release", 0, "always", "Open:Close").
            Open(return)=nonnegative:Close(1) => lock_api("Open", "acquire", -1, "nonnegative", "Open:Close").; lock_api("Close", "release", 1, "always", "Open:Close").
            Begin():End               => lock_api("Begin", "acquire", -2, "always", "Begin:End").; lock_api("End", "release", -2, "always", "Begin:End").
            Lock(0):Unlock,recursive  => lock_api("Lock", "acquire", 0, "always", "Lock:Unlock").; lock_api("Unlock", "release", 0, "always", "Lock:Unlock").; recursive_family("Lock:Unlock").
            """)
    void aPairIsTwoRows(String pair, String expected) {
        List<String> all = rows(pair);
        assertThat(all).containsAll(Arrays.asList(expected.split("; ")));
        assertThat(all.get(all.size() - 1)).startsWith("own_family(");
        assertThat(all).hasSize(expected.split("; ").length + 1);
    }

    @Test
    void whereTheLockIsIsLeftToTheCalls() {
        assertThat(rows("Lock:Unlock")).containsExactly(
                "lock_pair_api(\"Lock\", \"acquire\", 0, \"always\", \"Lock:Unlock\").",
                "lock_pair_api(\"Lock\", \"acquire\", -2, \"always\", \"Lock:Unlock\").",
                "lock_pair_api(\"Lock\", \"acquire\", -1, \"nonzero\", \"Lock:Unlock\").",
                "lock_pair_api(\"Unlock\", \"release\", 0, \"always\", \"Lock:Unlock\").",
                "lock_pair_api(\"Unlock\", \"release\", -2, \"always\", \"Lock:Unlock\").",
                "own_family(\"Lock:Unlock\").");
    }

    @Test
    void pairsThatShareAFunctionAreOneFamily() {
        assertThat(rows("Lock(0):Unlock(0)", "Try(0)=nonzero:Unlock(0)")).containsExactly(
                "lock_api(\"Lock\", \"acquire\", 0, \"always\", \"Lock:Unlock\").",
                "lock_api(\"Unlock\", \"release\", 0, \"always\", \"Lock:Unlock\").",
                "lock_api(\"Try\", \"acquire\", 0, \"nonzero\", \"Lock:Unlock\").",
                "own_family(\"Lock:Unlock\").");
    }

    @Test
    void whatGoesWithAKnownFunctionIsOfItsFamily() {
        assertThat(rows("mutex_lock:my_unlock"))
                .containsExactly("lock_api(\"my_unlock\", \"release\", 0, \"always\", \"linux_mutex\").");
        assertThat(rows("mutex_lock:mutex_unlock")).isEmpty();
    }

    @Test
    void eachFamilyHasARule() {
        QueryResources resources = OwnLocks.added(List.of("Lock:Unlock", "lock:unlock", "Begin():End()"), List.of(), installed);
        Catalog catalog = Catalog.of(resources);
        assertThat(catalog.selected(List.of("own"))).extracting(Rule::id)
                .containsExactly("own/Begin", "own/Lock", "own/lock2");
        Rule rule = catalog.rule("own/begin").orElseThrow();
        assertThat(rule.title()).isEqualTo("A lock of your own is not taken and given back in turn (Begin, End)");
        assertThat(rule.docs()).contains("Begin, End take it and give it back");
        assertThat(resources.names()).contains(TABLE, "rules/own/Begin.dl", "docs/own/Begin.md", "schema.dl");
    }

    @Test
    void withoutAnythingOfTheUsersNothingIsAdded() {
        assertThat(OwnLocks.added(List.of(), List.of(), installed)).isSameAs(installed);
        assertThatThrownBy(() -> Catalog.of(installed).selected(List.of("own"))).hasMessageStartingWith("unknown rule 'own'");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\0', textBlock = """
            # what is typed => the complaint
            Lock                  => --pair Lock, column 5: wants ':', '(', '=', not the end
            Lock;Unlock           => --pair Lock;Unlock, column 5: wants ':', '(', '='
            Lock(0);Unlock        => --pair Lock(0);Unlock, column 8: wants ':', '='
            :Unlock               => --pair :Unlock, column 1: wants the name of a function that takes the lock
            Lock:                 => --pair Lock:, column 6: wants the name of a function that gives the lock back, not the end
            Lock:2nd              => --pair Lock:2nd, column 6: wants the name of a function that gives the lock back
            Lock(first):Unlock    => --pair Lock(first):Unlock, column 6: wants the argument that is the lock, counted from 0, 'return', or nothing for one lock
            Lock(0:Unlock         => --pair Lock(0:Unlock, column 7: wants ')'
            Lock=TRUE:Unlock      => --pair Lock=TRUE:Unlock, column 6: wants the result with which the lock is held: nonzero, zero, positive, nonnegative, negative
            Lock:Unlock=zero      => --pair Lock:Unlock=zero, column 6: 'Unlock' gives the lock back whatever it returns; wants the argument that is the lock, as in 'Unlock(0)'
            Lock:Unlock(return)   => --pair Lock:Unlock(return), column 6: 'Unlock' gives the lock back whatever it returns; wants the argument that is the lock, as in 'Unlock(0)'
            Lock:Lock             => --pair Lock:Lock, column 6: 'Lock' cannot both take the lock and give it back
            Lock(0):Unlock()      => --pair Lock(0):Unlock(), column 9: one function is given the lock and the other is not; '()' stands after both or none
            Lock:Unlock,twice     => --pair Lock:Unlock,twice, column 13: wants 'recursive' and nothing more
            Lock:Unlock:Free      => --pair Lock:Unlock:Free, column 12: wants ',', '('
            """)
    void aBadPairIsTold(String pair, String complaint) {
        assertThatThrownBy(() -> rows(pair)).hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\0', textBlock = """
            # rows of a file => the complaint
            lock_apy("L", "acquire", 0, "always", "l").           => 1:1: unknown table 'lock_apy'; did you mean 'lock_api'?
            lock_api("L", "acquire", 0, "l").                     => 1:1: lock_api has 5 columns, not 4
            lock_api("L", "take", 0, "always", "l").              => 1:15: wants "acquire" or "release"
            lock_api("L", "acquire", -3, "always", "l").          => 1:26: wants an argument from 0, -1 for the result, or -2 for one lock
            lock_api("L", "acquire", 0, "TRUE", "l").             => 1:29: wants "always", "zero", "nonzero", "positive", "negative", "nonnegative" or "zero, else negative"
            lock_api("L", "acquire", 0, "always", "l").           => 1:1: no row gives back a lock of the family 'l'
            recursive_family("linux_mutx"). lock_api("L", "acquire", 0, "always", "linux_mutex"). => 1:1: no row takes a lock of the family 'linux_mutx'; did you mean 'linux_mutex'?
            lock_api("L", "acquire", 0, "always", f) :- f = "l".  => 1:1: wants rows of tables only, as in lock_api("MyLock", "acquire", 0, "always", "my_lock").
            lock_api("L", "acquire"                               => 1:24: unexpected end of the program
            recursive_family("linux_mutex").                      => has no row of lock_api
            """)
    void aBadTableIsTold(String text, String complaint) throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = Files.writeString(files.getPath("/mine.dl"), text);
            assertThatThrownBy(() -> OwnLocks.added(List.of(), List.of(file), installed))
                    .hasMessageStartingWith("/mine.dl:" + (complaint.startsWith("has") ? " " : "") + complaint);
        }
    }

    @Test
    void aTableMayGoOnWithAFamilyThatIsKnown() throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = Files.writeString(files.getPath("/mine.dl"), """
                    // What the project's macros stand for.
                    lock_api("lock_it", "acquire", 0, "always", "linux_mutex").
                    """);
            QueryResources resources = OwnLocks.added(List.of(), List.of(file), installed);
            assertThat(resources.existing(TABLE)).contains("lock_api(\"lock_it\", \"acquire\", 0, \"always\", \"linux_mutex\").");
            assertThat(resources.names()).noneMatch(name -> name.startsWith("rules/own/"));
        }
    }
}
