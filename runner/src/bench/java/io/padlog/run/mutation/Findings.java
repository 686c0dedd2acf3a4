package io.padlog.run.mutation;

import io.padlog.extract.Extraction;
import io.padlog.run.catalog.Rule;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.explain.LockExplainer;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the rules find in a unit. */
final class Findings {
    private static final Pattern LAST_NAME = Pattern.compile("(?s).*?(\\w+)(?:\\[[^\\]]*\\])?\\W*");

    private final List<Finding> all;
    private final Set<List<Object>> keys = new HashSet<>();

    private Findings(List<Finding> all) {
        this.all = all;
        for (Finding finding : all) {
            for (Confidence confidence : Confidence.values()) {
                if (finding.confidence().atLeast(confidence)) {
                    keys.add(key(finding, confidence));
                }
            }
        }
    }

    static Findings of(Extraction extraction, List<Rule> rules, ProgramSource program, EmbeddedEngine engine) {
        EngineRequest request = new EngineRequest(program, extraction.facts(), List.of(), 1, Optional.empty());
        return new Findings(new LockExplainer().explain(rules, engine.run(request), extraction).findings());
    }

    /** What a user would take for the same finding in two reports with this least confidence. */
    private static List<Object> key(Finding finding, Confidence confidence) {
        return List.of(confidence, finding.rule(), finding.kind(), finding.function(), finding.lock(), finding.at().file(),
                finding.at().line(), finding.acquire().map(at -> at.file() + ":" + at.line()).orElse(""));
    }

    /** The best of the findings that tell of the broken call, and were not there before. */
    Optional<Finding> telling(Site site, Findings before) {
        Optional<Finding> best = Optional.empty();
        for (Finding finding : all) {
            if (!before.keys.contains(key(finding, finding.confidence())) && isAbout(finding, site)
                    && (best.isEmpty() || !best.get().confidence().atLeast(finding.confidence()))) {
                best = Optional.of(finding);
            }
        }
        return best;
    }

    private static boolean isAbout(Finding finding, Site site) {
        boolean there = finding.function().equals(site.function())
                || finding.trace().steps().stream().anyMatch(step -> step.function().equals(site.function()));
        boolean named = name(finding.lock()).equals(name(site.lock()))
                || site.kind() == Kind.SWAP && name(finding.lock()).equals(name(site.exchanges().get(0)));
        return there && (named || isTwin(finding.at(), site) || finding.acquire().map(at -> isTwin(at, site)).orElse(false)
                || finding.trace().steps().stream().anyMatch(step -> changesLock(step) && isTwin(step.at(), site)));
    }

    /** Steps of a trace take or give back the finding's own lock, whatever a function on the way calls it. */
    private static boolean changesLock(Step step) {
        return step.kind() == Step.Kind.ACQUIRE || step.kind() == Step.Kind.RELEASE;
    }

    private static boolean isTwin(Location at, Site site) {
        return site.twins().contains(at.file() + ":" + at.line());
    }

    private static String name(String lock) {
        var matcher = LAST_NAME.matcher(lock);
        String last = lock;
        while (matcher.lookingAt()) {
            last = matcher.group(1);
            if (matcher.end() >= matcher.regionEnd()) {
                break;
            }
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        return last;
    }
}
