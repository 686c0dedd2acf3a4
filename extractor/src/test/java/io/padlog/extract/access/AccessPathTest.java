package io.padlog.extract.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.cfg.AccessPath;
import io.padlog.extract.cfg.PathText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a callee's name for a resource becomes its caller's. */
class AccessPathTest {
    private static final AccessPath LOCK_OF_FIRST = AccessPath.field(
            AccessPath.dereference(new AccessPath.Parameter(0)), "Lock", 0);

    @Test
    void aParameterBecomesTheArgument() {
        AccessPath child = AccessPath.field(AccessPath.dereference(new AccessPath.Parameter(1)), "Child", 0);
        assertThat(LOCK_OF_FIRST.renamed(List.of(child)).map(PathText::of)).contains("#1->Child->Lock");
    }

    @Test
    void anAddressIsTheObjectItself() {
        AccessPath global = AccessPath.addressOf(new AccessPath.Global("g_Device"));
        assertThat(LOCK_OF_FIRST.renamed(List.of(global)).map(PathText::of)).contains("g_Device.Lock");
        assertThat(PathText.of(LOCK_OF_FIRST, index -> "&g_Device")).isEqualTo("g_Device.Lock");
    }

    @Test
    void aPathIsOfThePointersThatItPasses() {
        AccessPath noDevice = new AccessPath.Constant(0);
        AccessPath lock = LOCK_OF_FIRST.renamed(List.of(noDevice)).orElseThrow();
        assertThat(lock.isOf(noDevice)).isTrue();
        assertThat(AccessPath.addressOf(lock).isOf(noDevice)).isTrue();
        assertThat(LOCK_OF_FIRST.isOf(noDevice)).isFalse();
        assertThat(noDevice.isOf(noDevice)).isFalse();
    }

    @Test
    void whatTheCallerCannotNameHasNoName() {
        assertThat(new AccessPath.Local("x", 3).renamed(List.of(new AccessPath.Parameter(0)))).isEmpty();
        assertThat(LOCK_OF_FIRST.renamed(List.of())).isEmpty();
        assertThat(LOCK_OF_FIRST.renamed(List.of(AccessPath.UNNAMED))).isEmpty();
    }
}
