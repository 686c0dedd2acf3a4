package io.padlog.extract.facts;

import io.padlog.extract.access.Accessors;
import io.padlog.extract.access.ResourceFlow;
import io.padlog.extract.access.WrittenNames;
import io.padlog.extract.cfg.AccessPath;
import io.padlog.extract.cfg.PathText;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.cfg.ValueText;
import io.padlog.extract.correlate.Correlation;
import io.padlog.extract.correlate.Effects;
import io.padlog.extract.correlate.Mask;
import io.padlog.extract.correlate.RepeatedCalls;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.symbol.CallSite;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the control flow of the functions that act on resources, with correlated conditions and renamed resources. */
final class FlowRows {
    /** A name with more fields than this is not relied on. */
    private static final int SURE_FIELDS = 5;

    private final LinkedUnit unit;
    private final UnitRows rows;
    private final PathRows paths;
    private final ResourceFlow resources;
    private final Accessors accessors;
    private final WrittenNames written;
    private final int[] firstNodes;
    private final Map<FunctionSymbol, Correlation> correlations = new HashMap<>();

    FlowRows(LinkedUnit unit, UnitRows rows, PathRows paths, ResourceFlow resources, Accessors accessors, int[] firstNodes) {
        this.unit = unit;
        this.rows = rows;
        this.paths = paths;
        this.resources = resources;
        this.accessors = accessors;
        this.written = WrittenNames.of(unit);
        this.firstNodes = firstNodes;
    }

    /** Whether some function acts, so that there is something to write. */
    static boolean isWanted(LinkedUnit unit, ResourceFlow resources) {
        return unit.functions().stream().anyMatch(resources::acts);
    }

    /** @return which functions were too large */
    List<Diagnostic> write() {
        List<Diagnostic> limits = new ArrayList<>();
        for (FunctionSymbol function : unit.functions()) {
            if (resources.acts(function)) {
                Correlation correlation = Correlation.of(
                        RepeatedCalls.joined(function.graph(), accessors::reads), effects(function));
                correlations.put(function, correlation);
                if (!correlation.isWhole()) {
                    limits.add(limit(function, "its conditions are not correlated"));
                }
                if (!resources.naming(function).isFollowed()) {
                    limits.add(limit(function, "what its variables hold is not followed"));
                }
            }
        }
        for (FunctionSymbol function : unit.functions()) {
            if (resources.acts(function)) {
                flow(function);
                Set<AccessPath> used = new LinkedHashSet<>();
                for (CallSite call : unit.calls(function)) {
                    primitive(function, call, used);
                    calls(function, call, used);
                }
                uncertain(function, used);
            }
        }
        return limits;
    }

    private static Diagnostic limit(FunctionSymbol function, String consequence) {
        return new Diagnostic(Diagnostic.Severity.WARNING, Diagnostic.Kind.LIMIT,
                function.source().tokens().expanded(function.graph().function().name().first()),
                "function '" + function.name() + "' is too large (" + function.graph().nodes().size() + " nodes): "
                        + consequence);
    }

    private Effects effects(FunctionSymbol function) {
        Map<Integer, CallSite> calls = new HashMap<>();
        unit.calls(function).forEach(call -> calls.put(call.node(), call));
        return new Effects() {
            @Override
            public boolean acts(int node) {
                CallSite call = calls.get(node);
                return call != null && resources.acts(call);
            }

            @Override
            public boolean keepsArguments(int node) {
                CallSite call = calls.get(node);
                return call != null && (resources.isPrimitive(call) || changesNothing(call));
            }

            @Override
            public boolean returns(int node) {
                CallSite call = calls.get(node);
                return call == null || unit.comesBack(call);
            }

            @Override
            public Optional<Set<Value>> writes(int node, String name) {
                CallSite call = calls.get(node);
                return call != null && changesNothing(call) ? Optional.empty() : written.by(call, name);
            }
        };
    }

    private boolean changesNothing(CallSite call) {
        return accessors.reads(call.callee()).isPresent();
    }

    private int node(FunctionSymbol function, int node) {
        return firstNodes[function.number()] + node;
    }

    private void flow(FunctionSymbol function) {
        Correlation correlation = correlations.get(function);
        for (Correlation.Step step : correlation.steps()) {
            Mask mask = step.mask();
            rows.add(FactRelation.STEP, node(function, step.from()), node(function, step.to()),
                    mask.field(), mask.allow(), mask.keep(), mask.set());
        }
        for (Correlation.CallStep step : correlation.callSteps()) {
            Mask mask = step.mask();
            rows.add(FactRelation.CALL_STEP, node(function, step.from()), step.result(), node(function, step.to()),
                    mask.field(), mask.allow(), mask.keep(), mask.set());
        }
        for (Correlation.Leave leave : correlation.leaves()) {
            rows.add(FactRelation.LEAVES, node(function, leave.node()), function.number(), leave.result(),
                    leave.mask().field(), leave.mask().allow());
            correlation.visibleAtExit(leave.node(),
                    field -> rows.add(FactRelation.VISIBLE_AT_EXIT, node(function, leave.node()), field));
        }
        for (Value value : correlation.unfollowed()) {
            rows.add(FactRelation.UNFOLLOWED, function.number(), rows.symbol(text(function, value)));
        }
    }

    private void primitive(FunctionSymbol function, CallSite call, Set<AccessPath> used) {
        if (!resources.isPrimitive(call)) {
            return;
        }
        for (int argument : resources.resourceArguments(call)) {
            AccessPath path = resources.resource(function, call, argument);
            if (!path.equals(AccessPath.UNNAMED)) {
                Value value = argument == ResourceFlow.RESULT
                        ? new Value.Temporary(call.node())
                        : call.call().arguments().get(argument);
                used.add(path);
                rows.add(FactRelation.SPELLED, node(function, call.node()), paths.number(function, path),
                        rows.symbol(text(function, value)));
            }
        }
        for (String name : resources.commonNames(call)) {
            AccessPath path = ResourceFlow.commonResource(name);
            used.add(path);
            rows.add(FactRelation.SPELLED, node(function, call.node()), paths.number(function, path),
                    rows.symbol(name));
        }
    }

    private void calls(FunctionSymbol function, CallSite call, Set<AccessPath> used) {
        List<Value> arguments = call.call().arguments();
        for (ResourceFlow.Renaming renaming : resources.renamings(function, call)) {
            used.add(renaming.actual());
            int actual = paths.number(function, renaming.actual());
            rows.add(FactRelation.RENAMED, node(function, call.node()), renaming.callee().number(),
                    paths.number(renaming.callee(), renaming.formal()), actual);
            String spelled = PathText.of(renaming.formal(), index -> text(function, arguments.get(index)));
            rows.add(FactRelation.SPELLED, node(function, call.node()), actual, rows.symbol(spelled));
        }
        if (!resources.isPrimitive(call)) {
            for (FunctionSymbol target : call.targets()) {
                if (resources.acts(target)) {
                    rows.add(FactRelation.ENTERS, node(function, call.node()), target.number(),
                            correlations.get(target).environment(arguments));
                }
            }
        }
    }

    private void uncertain(FunctionSymbol function, Set<AccessPath> used) {
        Set<AccessPath> reassigned = new LinkedHashSet<>();
        for (AccessPath path : used) {
            for (AccessPath alternative : resources.naming(function).alternatives(path)) {
                if (used.contains(alternative)) {
                    reassigned.add(path);
                    reassigned.add(alternative);
                }
            }
            if (!correlations.get(function).isWhole()) {
                uncertain(function, path, "large");
            }
            if (path.length() > SURE_FIELDS) {
                uncertain(function, path, "long");
            }
            if (resources.naming(function).keptBesideStores(path)) {
                uncertain(function, path, "stored");
            }
            if (hasVariableIndex(path)) {
                uncertain(function, path, "index");
            }
        }
        reassigned.forEach(path -> uncertain(function, path, "reassigned"));
    }

    private void uncertain(FunctionSymbol function, AccessPath path, String reason) {
        rows.add(FactRelation.UNCERTAIN_PATH, paths.number(function, path), function.number(), rows.symbol(reason));
    }

    private static boolean hasVariableIndex(AccessPath path) {
        if (path instanceof AccessPath.Element element) {
            return !(element.index() instanceof AccessPath.Constant) || hasVariableIndex(element.base());
        } else if (path instanceof AccessPath.Field field) {
            return hasVariableIndex(field.base());
        } else if (path instanceof AccessPath.AddressOf address) {
            return hasVariableIndex(address.object());
        }
        return path instanceof AccessPath.Dereference dereference && hasVariableIndex(dereference.pointer());
    }

    private static String text(FunctionSymbol function, Value value) {
        return ValueText.of(value, function.graph().nodes());
    }
}
