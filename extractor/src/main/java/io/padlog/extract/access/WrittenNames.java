package io.padlog.extract.access;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.symbol.CallSite;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields and globals, by name, that each function of a unit may write, itself or through what it calls. */
public final class WrittenNames {
    private final List<Set<String>> byFunction = new ArrayList<>();

    private WrittenNames() {}

    public static WrittenNames of(LinkedUnit unit) {
        WrittenNames written = new WrittenNames();
        unit.functions().forEach(function -> written.byFunction.add(ownStores(function)));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FunctionSymbol function : unit.functions()) {
                Set<String> names = written.byFunction.get(function.number());
                for (CallSite call : unit.calls(function)) {
                    for (FunctionSymbol target : call.targets()) {
                        changed |= names.addAll(written.byFunction.get(target.number()));
                    }
                }
            }
        }
        return written;
    }

    /** What a call may write through the functions of the unit that it reaches. */
    public Set<String> by(CallSite call) {
        if (call.targets().size() == 1) {
            return byFunction.get(call.targets().get(0).number());
        }
        Set<String> names = new HashSet<>();
        call.targets().forEach(target -> names.addAll(byFunction.get(target.number())));
        return names;
    }

    private static Set<String> ownStores(FunctionSymbol function) {
        Set<String> names = new HashSet<>();
        for (Node node : function.graph().nodes()) {
            if (node instanceof Node.Assign assign) {
                if (assign.target() instanceof Value.Field field) {
                    names.add(field.name());
                } else if (assign.target() instanceof Value.Variable variable
                        && (variable.scope() == Value.Scope.GLOBAL || variable.scope() == Value.Scope.UNDECLARED)) {
                    names.add(variable.name());
                }
            }
        }
        return names;
    }
}
