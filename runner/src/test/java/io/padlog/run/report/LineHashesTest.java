package io.padlog.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineHashesTest {
    @Test
    void anEmptyFileIsOneLine() {
        assertThat(LineHashes.of("")).containsExactly("c129715d7a2bc9a3:1");
    }

    @Test
    void blanksAndTheKindOfLineEndDoNotCount() {
        List<String> hashes = LineHashes.of("if (x) {\n\treturn;\n}\n");
        assertThat(hashes).hasSize(4).doesNotHaveDuplicates();
        assertThat(LineHashes.of("if(x){\r\n  return ;\r\n}\r\n")).isEqualTo(hashes);
        assertThat(LineHashes.of("if (x) {\r\treturn;\r}\r")).isEqualTo(hashes);
    }

    @Test
    void equalLinesAreNumbered() {
        List<String> hashes = LineHashes.of("KeReleaseSpinLock(&lock, irql);\n".repeat(9));
        assertThat(hashes).hasSize(10).doesNotHaveDuplicates();
        assertThat(hashes.get(0)).endsWith(":1");
        assertThat(hashes.get(1)).isEqualTo(hashes.get(0).replace(":1", ":2"));
    }

    @Test
    void linesInsertedAboveChangeNothing() {
        List<String> hashes = LineHashes.of(SampleResult.SOURCE);
        List<String> moved = LineHashes.of("// a line more\n".repeat(50) + SampleResult.SOURCE);
        assertThat(moved.subList(50, moved.size())).isEqualTo(hashes);
    }
}
