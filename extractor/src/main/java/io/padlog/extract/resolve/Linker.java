package io.padlog.extract.resolve;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.source.Language;
import io.padlog.extract.source.Position;
import io.padlog.extract.symbol.CallSite;
import io.padlog.extract.symbol.FieldReference;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.InitializedField;
import io.padlog.extract.symbol.LinkedUnit;
import io.padlog.extract.symbol.RecordTypes;
import io.padlog.extract.symbol.SymbolTable;
import io.padlog.extract.symbol.UnitTypes;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Joins the translation units of one unit. */
public final class Linker {
    /** A pointer field that may hold more functions than this says nothing about a call through it. */
    private static final int MAXIMUM_TARGETS = 8;

    private final SymbolTable symbols;
    private final List<TranslationUnit> sources;
    private Optional<Overrides> overrides = Optional.empty();
    private final List<FieldReference> references = new ArrayList<>();
    private final Map<String, Set<Held>> byHolder = new HashMap<>();
    private final UnitTypes types = new UnitTypes();
    private final Map<List<Declaration>, List<Filled>> byHeaders = new IdentityHashMap<>();

    /** A function that a pointer holds; {@code owner} is the struct of which the pointer is a field, empty if not known. */
    private record Held(FunctionSymbol function, String owner) {}

    /** What an initialiser of {@code variable} stores, which has the name of a function. */
    private record Filled(String variable, InitializedField field, String function) {}

    /** A translation unit with the graphs of the functions that it defines. */
    public record Source(TranslationUnit source, List<ControlFlowGraph> graphs) {
        public Source { graphs = List.copyOf(graphs); }
    }

    private Linker(SymbolTable symbols, List<TranslationUnit> sources) {
        this.symbols = symbols;
        this.sources = sources;
    }

    /**
     * Links a unit. A function of a header that several translation units include is one function.
     *
     * @param sources in order of name
     */
    public static LinkedUnit link(List<Source> sources) {
        List<FunctionSymbol> functions = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (Source source : sources) {
            for (ControlFlowGraph graph : source.graphs()) {
                Position place = source.source().tokens().spelled(graph.function().name().first());
                boolean own = place.file().equals(source.source().file());
                if (own || seen.add(List.of(graph.function().identifier(), place))) {
                    functions.add(new FunctionSymbol(functions.size(), source.source(), graph));
                }
            }
        }
        Linker linker = new Linker(
                new SymbolTable(functions), sources.stream().map(Source::source).toList());
        sources.forEach(source -> linker.fromGlobals(source.source()));
        functions.forEach(linker::fromBody);
        functions.forEach(linker::copies);
        List<List<CallSite>> calls = functions.stream().map(linker::calls).toList();
        return new LinkedUnit(linker.symbols, linker.references, calls, Endless.of(functions, calls), linker.types);
    }

    private List<CallSite> calls(FunctionSymbol caller) {
        List<CallSite> calls = new ArrayList<>();
        List<Node> nodes = caller.graph().nodes();
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.get(node) instanceof Node.Call call) {
                calls.add(new CallSite(node, call, callee(call), targets(caller, call)));
            }
        }
        return calls;
    }

    private static String callee(Node.Call call) {
        boolean pointer = !(call.function() instanceof Value.Variable variable)
                || variable.scope() == Value.Scope.LOCAL || variable.scope() == Value.Scope.PARAMETER;
        return pointer ? "" : ((Value.Variable) call.function()).name();
    }

    private List<FunctionSymbol> targets(FunctionSymbol caller, Node.Call call) {
        Optional<FunctionSymbol> direct = symbols.named(caller.source(), call.function());
        boolean method = call.function() instanceof Value.Variable variable && variable.scope() == Value.Scope.FUNCTION
                && caller.source().file().language() == Language.CPP;
        if (method) {
            return methods(caller, ((Value.Variable) call.function()).name(), call.arguments().size());
        }
        if (direct.isPresent()) {
            return List.of(direct.get());
        }
        Value pointer = call.function() instanceof Value.Dereference dereference ? dereference.pointer() : call.function();
        Set<Held> all = byHolder.getOrDefault(holder(pointer), Set.of());
        String owner = all.isEmpty() ? "" : owner(caller, pointer);
        List<FunctionSymbol> stored = all.stream()
                .filter(held -> owner.isEmpty() || held.owner().isEmpty()
                        // A function of a table that calls one of the same name goes on to another table.
                        ? !held.function().equals(caller) : owner.equals(held.owner()))
                .map(Held::function).filter(target -> takes(target, call.arguments().size())).distinct().toList();
        return stored.size() <= MAXIMUM_TARGETS ? stored : List.of();
    }

    /** Old C's functions without a parameter list take any number. */
    private static boolean takes(FunctionSymbol target, int arguments) {
        int parameters = target.graph().function().parameters().size();
        return parameters == arguments || parameters == 0
                || parameters < arguments && target.graph().function().variadic();
    }

    /** In C++, the functions of a name that take so many arguments, and those that override them. */
    private List<FunctionSymbol> methods(FunctionSymbol caller, String name, int arguments) {
        List<FunctionSymbol> targets = new ArrayList<>(fitting(symbols.overloads(caller.source(), name), arguments));
        if (overrides.isEmpty()) {
            overrides = Optional.of(Overrides.of(sources));
        }
        for (String overriding : overrides.get().of(name)) {
            targets.addAll(fitting(symbols.overloads(caller.source(), overriding), arguments));
        }
        return targets.size() <= MAXIMUM_TARGETS ? targets : List.of();
    }

    /** Those with as many parameters; else those with more, which have values of their own. */
    private static List<FunctionSymbol> fitting(List<FunctionSymbol> overloads, int arguments) {
        if (overloads.size() < 2) {
            return overloads;
        }
        List<FunctionSymbol> exact = overloads.stream()
                .filter(function -> function.graph().function().parameters().size() == arguments).toList();
        return !exact.isEmpty() ? exact : overloads.stream()
                .filter(function -> function.graph().function().parameters().size() > arguments
                        || function.graph().function().variadic()).toList();
    }

    /** The struct that a pointer is a field of; empty for others, and if not known. */
    private String owner(FunctionSymbol function, Value pointer) {
        Value place = pointer instanceof Value.Element element ? element.base() : pointer;
        return place instanceof Value.Field field ? types.owner(function, field) : "";
    }

    /** {@code a->read = b->read}: what one struct's field holds another's of the same name does, too. */
    private void copies(FunctionSymbol function) {
        for (Node node : function.graph().nodes()) {
            if (node instanceof Node.Assign assign && assign.source() instanceof Value.Field
                    && holder(assign.source()).equals(holder(assign.target())) && byHolder.containsKey(holder(assign.source()))) {
                String from = owner(function, assign.source());
                String to = owner(function, assign.target());
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
                    Set<Held> held = byHolder.get(holder(assign.source()));
                    List.copyOf(held).stream().filter(one -> one.owner().equals(from))
                            .forEach(one -> held.add(new Held(one.function(), to)));
                }
            }
        }
    }

    /** What holds a pointer: a field or a global, or an array that is one; empty for others. */
    private static String holder(Value pointer) {
        Value place = pointer instanceof Value.Element element ? element.base() : pointer;
        if (place instanceof Value.Field field) {
            return field.name();
        }
        boolean global = place instanceof Value.Variable variable && variable.scope() == Value.Scope.GLOBAL;
        return global ? ((Value.Variable) place).name() : "";
    }

    private void fromBody(FunctionSymbol function) {
        for (Node node : function.graph().nodes()) {
            if (node instanceof Node.Assign assign) {
                symbols.named(function.source(), assign.source()).ifPresent(stored ->
                        store(function, stored, assign.target(), function.source().tokens().expanded(assign.span().first())));
            }
        }
    }

    private void store(FunctionSymbol storing, FunctionSymbol stored, Value target, Position position) {
        if (target instanceof Value.Field field) {
            refer(stored, field.name(), owner(storing, field), "", position);
        } else if (target instanceof Value.Element element && element.base() instanceof Value.Field field) {
            String index = element.index() instanceof Value.Variable name ? name.name()
                    : element.index() instanceof Value.Constant constant ? Long.toString(constant.value()) : "";
            refer(stored, field.name(), owner(storing, field), index, position);
        } else {
            hold(holder(target), "", stored);
        }
    }

    private void refer(FunctionSymbol stored, String field, String owner, String element, Position position) {
        references.add(new FieldReference(stored, field, element, position));
        hold(field, owner, stored);
    }

    private void hold(String holder, String owner, FunctionSymbol stored) {
        if (!holder.isEmpty()) {
            byHolder.computeIfAbsent(holder, name -> new LinkedHashSet<>()).add(new Held(stored, owner));
        }
    }

    private void fromGlobals(TranslationUnit source) {
        byHeaders.computeIfAbsent(source.headers(), headers -> filled(headers, () -> types.headerRecords(source)))
                .forEach(filled -> fromInitializer(source, filled));
        filled(source.own(), () -> types.records(source)).forEach(filled -> fromInitializer(source, filled));
    }

    /** The places that initialisers fill with what has the name of a function of the unit. */
    private List<Filled> filled(List<Declaration> declarations, Supplier<RecordTypes> records) {
        List<Filled> found = new ArrayList<>();
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Variable variable && variable.initializer().isPresent()) {
                for (InitializedField field : records.get().initialized(variable)) {
                    Optional<String> name = functionName(field.value());
                    if (name.isPresent() && symbols.has(name.get())) {
                        found.add(new Filled(variable.identifier(), field, name.get()));
                    }
                }
            }
        }
        return found;
    }

    private void fromInitializer(TranslationUnit source, Filled filled) {
        Optional<FunctionSymbol> stored = symbols.find(source, filled.function());
        if (stored.isPresent()) {
            InitializedField field = filled.field();
            if (field.field().isEmpty()) {
                hold(filled.variable(), "", stored.get());
            } else {
                refer(stored.get(), field.field(), field.owner(), "",
                        source.tokens().expanded(field.value().span().first()));
            }
        }
    }

    private static Optional<String> functionName(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Cast || inner instanceof Expression.Unary) {
            inner = inner instanceof Expression.Cast cast ? cast.operand() : ((Expression.Unary) inner).operand();
        }
        return inner instanceof Expression.Name name ? Optional.of(name.name()) : Optional.empty();
    }
}
