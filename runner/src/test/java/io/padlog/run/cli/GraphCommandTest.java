package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.Golden;
import io.padlog.run.cli.Session.Outcome;
import io.padlog.run.job.Wiring;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class GraphCommandTest {
    private static final String DRIVER = Path.of("../testdata/drivers/ringbuf").toString();

    @TempDir Path folder;

    @Test
    void controlFlowHasABoxForEachStraightPiece() {
        Golden.assertMatches(getClass(), "flow.dot", graph("RingEvtIoWrite", DRIVER).out());
    }

    @Test
    void callsReachUpAndDown() {
        Golden.assertMatches(getClass(), "calls.dot", graph("RingPut", "--calls", "--depth", "1", DRIVER).out());
    }

    @Test
    void factsAnswerLikeSourcesAndThePictureIsXml() throws Exception {
        String facts = folder.resolve("facts").toString();
        Session.run(Wiring.installed(Map.of("PATH", "")), "extract", DRIVER, "-o", facts);
        String fromSources = graph("RingEvtIoWrite", "--format", "svg", DRIVER).out();
        assertThat(graph("RingEvtIoWrite", "--format", "svg", "--facts", facts).out()).isEqualTo(fromSources);
        var picture = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(fromSources)));
        assertThat(picture.getElementsByTagName("g").getLength()).isEqualTo(9);
    }

    @Test
    void anUnknownFunctionIsToldWithAHint() {
        Outcome outcome = graph("RingEvtIoWrit", DRIVER);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("no function 'RingEvtIoWrit' with a body; did you mean 'RingEvtIoWrite'?\n");
        assertThat(graph("RingPut", "--calls", "--depth", "0", DRIVER).status()).isEqualTo(2);
    }

    private static Outcome graph(String... args) {
        List<String> all = new ArrayList<>(List.of("graph"));
        all.addAll(List.of(args));
        return Session.run(Wiring.installed(Map.of("PATH", "")), all.toArray(String[]::new));
    }
}
