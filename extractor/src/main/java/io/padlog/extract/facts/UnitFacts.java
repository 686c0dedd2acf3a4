package io.padlog.extract.facts;

import io.padlog.extract.access.Accessors;
import io.padlog.extract.access.PathNaming;
import io.padlog.extract.access.ResourceFlow;
import io.padlog.extract.cfg.AccessPath;
import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.Unit;
import io.padlog.extract.symbol.FieldReference;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Writes what a unit is. */
public final class UnitFacts {
    /** So many nodes has a function at most that only computes something from its arguments. */
    private static final int LARGEST_ACCESSOR = 8;
    /** The same where it returns a pointer, perhaps after it has locked, counted or checked something. */
    private static final int LARGEST_GETTER = 24;
    private static final AccessPath NULL = new AccessPath.Constant(0);

    private final LinkedUnit unit;
    private final UnitRows rows;
    private final List<Diagnostic> limits = new ArrayList<>();
    private final PathRows paths;
    private final FactSelection selection;

    /**
     * What the platform's functions do, as far as facts depend on it.
     *
     * @param resources functions that act on a resource, with the arguments that name it
     * @param common those of them that act on what there is one of, with its names
     * @param accessors functions whose result is a path of their arguments; also macros that declare such functions
     */
    public record Platform(Map<String, Set<Integer>> resources, Map<String, Set<String>> common, Set<String> accessors) {}

    /**
     * What was written of a unit.
     *
     * @param limits which functions were too large for a part of it
     */
    public record Written(UnitRows rows, List<Diagnostic> limits) {
        public Written { limits = List.copyOf(limits); }
    }

    private UnitFacts(LinkedUnit unit, FactSelection selection) {
        this.unit = unit;
        this.selection = selection;
        this.rows = new UnitRows(unit.functions().size(), selection);
        this.paths = new PathRows(rows);
    }

    /**
     * Makes the rows of a unit.
     *
     * @param read its translation units, in order of name
     * @param diagnostics what was found out about its files, in order
     * @param selection what to write
     */
    public static Written of(
            Unit description, List<ReadSource> read, LinkedUnit unit, List<Diagnostic> diagnostics, Platform platform,
            FactSelection selection) {
        UnitFacts facts = new UnitFacts(unit, selection);
        facts.rows.add(FactRelation.UNIT, 0, facts.rows.symbol(description.name()), facts.rows.symbol(description.origin()));
        facts.files(read);
        List<TranslationUnit> sources = read.stream().map(ReadSource::translationUnit).toList();
        facts.declarations(sources);
        DeclarationRows declarations = new DeclarationRows(unit, facts.rows, selection);
        sources.forEach(declarations::write);
        UseRows uses = new UseRows(facts.rows);
        unit.functions().forEach(uses::locals);
        if (selection.hasAny(FactRelation.CONSTANT, FactRelation.MACRO_USE, FactRelation.CAST)) {
            unit.functions().forEach(uses::tokens);
        }
        facts.directives(read);
        facts.functions(platform, sources);
        unit.references().forEach(facts::reference);
        diagnostics.forEach(facts::diagnostic);
        facts.limits.forEach(facts::diagnostic);
        return new Written(facts.rows, facts.limits);
    }

    private void files(List<ReadSource> read) {
        Set<String> headers = new TreeSet<>();
        Set<Inclusion> inclusions = new LinkedHashSet<>();
        for (ReadSource source : read) {
            rows.add(FactRelation.FILE, 0, rows.symbol(source.translationUnit().file().name()), rows.symbol("source"),
                    source.lines());
            inclusions.addAll(source.inclusions());
        }
        for (Inclusion inclusion : inclusions) {
            rows.add(FactRelation.INCLUDE, rows.symbol(inclusion.file()), inclusion.line(), rows.symbol(inclusion.written()),
                    rows.symbol(inclusion.found()));
            if (!inclusion.found().isEmpty()) {
                headers.add(inclusion.found());
            }
        }
        headers.forEach(header -> rows.add(FactRelation.FILE, 0, rows.symbol(header), rows.symbol("header"), 0));
    }

    private void directives(List<ReadSource> read) {
        Set<Directive> directives = new LinkedHashSet<>();
        read.forEach(source -> directives.addAll(source.directives()));
        for (Directive directive : directives) {
            rows.add(FactRelation.DIRECTIVE, 0, rows.symbol(directive.file()), directive.line(), rows.symbol(directive.text()));
        }
    }

    /** A role-type declaration looks like a variable of the role's type. */
    private void declarations(List<TranslationUnit> sources) {
        Map<List<Declaration>, List<Declaration>> byHeaders = new IdentityHashMap<>();
        Set<List<Object>> seen = new HashSet<>();
        for (TranslationUnit source : sources) {
            byHeaders.computeIfAbsent(source.headers(), this::ofFunctions).forEach(one -> declaration(source, one, seen));
            ofFunctions(source.own()).forEach(one -> declaration(source, one, seen));
        }
    }

    /** Those that may say something about a function of the unit. */
    private List<Declaration> ofFunctions(List<Declaration> declarations) {
        List<Declaration> found = new ArrayList<>();
        for (Declaration declaration : declarations) {
            boolean named = declaration instanceof Declaration.Variable variable && variable.initializer().isEmpty()
                    && variable.type().pointers() == 0 && !variable.type().array() && unit.symbols().has(variable.identifier())
                    || declaration instanceof Declaration.Prototype prototype && unit.symbols().has(prototype.identifier());
            if (named) {
                found.add(declaration);
            }
        }
        return found;
    }

    private void declaration(TranslationUnit source, Declaration declaration, Set<List<Object>> seen) {
        if (declaration instanceof Declaration.Variable variable) {
            unit.symbols().find(source, variable.identifier()).ifPresent(function -> {
                if (seen.add(List.of(function.number(), variable.type().specifiers()))) {
                    rows.add(FactRelation.DECLARED_AS, function.number(), rows.symbol(variable.type().specifiers()));
                }
            });
        } else if (declaration instanceof Declaration.Prototype prototype) {
            unit.symbols().find(source, prototype.identifier()).ifPresent(function -> {
                for (Declaration.Annotation annotation : prototype.annotations()) {
                    if (seen.add(List.of(function.number(), annotation.identifier(), annotation.arguments()))) {
                        rows.add(FactRelation.ANNOTATION, function.number(), -1, rows.symbol(annotation.identifier()),
                                rows.symbol(String.join(", ", annotation.arguments())));
                    }
                }
            });
        }
    }

    private void functions(Platform platform, List<TranslationUnit> sources) {
        Accessors accessors = accessors(platform, sources);
        ResourceFlow resources = ResourceFlow.of(unit, platform.resources(), platform.common(), accessors);
        int[] firstNodes = new int[unit.functions().size()];
        for (FunctionSymbol function : unit.functions()) {
            firstNodes[function.number()] = rows.nodes(function.graph().nodes().size());
            FunctionRows written = new FunctionRows(unit, function, rows, paths, firstNodes[function.number()]);
            if (resources.acts(function)) {
                written.whole(resources.naming(function));
            } else if (selection.bystanders()) {
                written.whole(PathNaming.of(function.graph(), accessors, field -> ""));
            } else {
                written.outline();
            }
        }
        if (FlowRows.isWanted(unit, resources)) {
            limits.addAll(new FlowRows(unit, rows, paths, resources, accessors, firstNodes).write());
        }
    }

    /** Functions that only return a path of their parameters, and those that an accessor macro declares. */
    private Accessors accessors(Platform platform, List<TranslationUnit> sources) {
        Set<String> pure = new HashSet<>(platform.accessors());
        Set<List<Declaration>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (TranslationUnit source : sources) {
            for (List<Declaration> declarations : List.of(source.headers(), source.own())) {
                for (Declaration declaration : seen.add(declarations) ? declarations : List.<Declaration>of()) {
                    if (declaration instanceof Declaration.Prototype prototype
                            && platform.accessors().contains(source.tokens().macro(prototype.span().first()))) {
                        pure.add(prototype.identifier());
                    }
                }
            }
        }
        Accessors accessors = new Accessors(pure);
        for (FunctionSymbol function : unit.functions()) {
            boolean pointer = function.graph().function().returns().pointers() > 0;
            if (function.graph().nodes().size() <= (pointer ? LARGEST_GETTER : LARGEST_ACCESSOR)) {
                onlyResult(function.graph(), accessors).ifPresent(result -> {
                    accessors.learn(function.name(), result);
                    if (changesNothing(function.graph(), accessors)) {
                        accessors.learnReads(function.name(), result.fieldNames());
                    }
                });
            }
        }
        return accessors;
    }

    /** The path that a function returns at each return, or NULL at some. */
    private static Optional<AccessPath> onlyResult(ControlFlowGraph graph, Accessors accessors) {
        Set<AccessPath> results = new LinkedHashSet<>();
        PathNaming naming = PathNaming.of(graph, accessors, field -> "");
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (graph.nodes().get(node) instanceof Node.Return exit) {
                AccessPath result = exit.value().map(valueAt(naming, node)).orElse(AccessPath.UNNAMED);
                if (!result.equals(NULL)) {
                    results.add(result);
                }
            }
        }
        return results.size() == 1 ? results.stream().findFirst()
                .filter(result -> result.visibleToCaller() && !(result instanceof AccessPath.Constant)) : Optional.empty();
    }

    private static Function<Value, AccessPath> valueAt(PathNaming naming, int node) {
        return value -> naming.value(node, value);
    }

    /** All calls are of functions that change nothing, and all assignments are to variables of the function. */
    private static boolean changesNothing(ControlFlowGraph graph, Accessors accessors) {
        return graph.nodes().stream().noneMatch(Node.Branch.class::isInstance) && graph.nodes().stream().allMatch(node -> {
            if (node instanceof Node.Call call) {
                return call.function() instanceof Value.Variable callee && accessors.reads(callee.name()).isPresent();
            }
            return !(node instanceof Node.Assign assign)
                    || assign.target() instanceof Value.Variable variable && variable.scope() == Value.Scope.LOCAL;
        });
    }

    private void reference(FieldReference reference) {
        rows.add(FactRelation.STORED_IN_FIELD, reference.function().number(), rows.symbol(reference.field()),
                rows.symbol(reference.element()), rows.symbol(reference.position().file().name()),
                reference.position().line());
    }

    private void diagnostic(Diagnostic diagnostic) {
        rows.add(FactRelation.DIAGNOSTIC, rows.symbol(diagnostic.position().file().name()), diagnostic.position().line(),
                diagnostic.position().column(), rows.symbol(diagnostic.severity().name().toLowerCase(Locale.ROOT)),
                rows.symbol(diagnostic.kind().name().toLowerCase(Locale.ROOT)), rows.symbol(diagnostic.message()));
    }
}
