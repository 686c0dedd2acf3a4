package io.padlog.extract.lower;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.lower.Classes.ClassType;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares what a block declares and stores what variables start with. Each answer is whether a name was given. */
final class DeclarationLowering implements Declaration.Cases<Boolean> {
    private final GraphBuilder graph;
    private final Names names;
    private final ScopeGuards guards;
    private final ExpressionLowering expressions;
    private final Cleanups cleanups;
    private List<LocalObject> objects = new ArrayList<>();
    private boolean inBlock;

    DeclarationLowering(
            GraphBuilder graph, Names names, ScopeGuards guards, Cleanups cleanups, ExpressionLowering expressions) {
        this.graph = graph;
        this.names = names;
        this.guards = guards;
        this.expressions = expressions;
        this.cleanups = cleanups;
    }

    /** Whether what is declared next stands in a block, which ends the life of objects. */
    void standsInBlock(boolean block) {
        inBlock = block;
    }

    boolean hasObjects() {
        return !objects.isEmpty();
    }

    /** The objects made since they were taken last. */
    List<LocalObject> takeObjects() {
        List<LocalObject> made = objects;
        objects = new ArrayList<>();
        return made;
    }

    @Override
    public Boolean onVariable(Declaration.Variable variable) {
        Value target = names.declare(variable);
        Optional<LocalObject> guard = inBlock ? guards.declare(variable, target) : Optional.empty();
        if (guard.isPresent()) {
            objects.add(guard.get());
            return true;
        }
        if (inBlock && cleanups.isUndone(variable)) {
            objects.add(cleanups.undone(variable, target));
            return true;
        }
        Optional<ClassType> type =
                inBlock ? expressions.objects().object(variable, names.bindings()) : Optional.empty();
        Optional<List<Expression>> arguments = type.flatMap(of -> constructed(variable, of));
        if (arguments.isPresent()) {
            Value address = Place.addressOf(target);
            Optional<Initializer.Braced> members = members(variable, type.get());
            expressions.objects().construct(
                    type.get(), address, members.isPresent() ? List.of() : arguments.get(), variable.span());
            members.ifPresent(braced -> storeMembers(target, type.get(), braced));
            objects.add((span, abnormally) -> expressions.objects().destroy(type.get(), address, span));
            return true;
        }
        // A static variable gets its value before the program starts, not here.
        if (variable.storage() == Declaration.Storage.NONE && variable.initializer().isPresent()) {
            Initializer initializer = variable.initializer().get();
            Span span = variable.name().to(initializer.span());
            if (initializer instanceof Initializer.Constructed constructed) {
                construct(span, target, constructed);
            } else if (initializer instanceof Initializer.Braced braced) {
                expressions.assign(span, target, expressions.unknown(braced.span()));
                storeItems(target, braced);
            } else if (initializer instanceof Initializer.Single single) {
                store(variable, span, target, single.value());
            }
        }
        if (inBlock) {
            cleanups.cleanedUp(variable, target).ifPresent(objects::add);
        }
        return true;
    }

    /** What an object's constructor is given: {@code T x;}, {@code T x(a);}, {@code T x{a};}, {@code T x = T(a);} */
    private static Optional<List<Expression>> constructed(Declaration.Variable variable, ClassType type) {
        if (variable.initializer().isEmpty()) {
            return Optional.of(List.of());
        }
        Initializer initializer = variable.initializer().get();
        if (initializer instanceof Initializer.Constructed constructed) {
            return Optional.of(constructed.arguments());
        } else if (initializer instanceof Initializer.Braced braced) {
            return Optional.of(braced.items().stream().map(item -> item.value() instanceof Initializer.Single single
                    ? single.value() : (Expression) new Expression.Opaque(braced.span(), "list")).toList());
        }
        return initializer instanceof Initializer.Single single && single.value() instanceof Expression.Call call
                        && call.function() instanceof Expression.Name name && name.name().equals(type.simpleName())
                ? Optional.of(call.arguments()) : Optional.empty();
    }

    /** What the members of an aggregate start with: {@code T x = {a, b};}, where {@code T} has no constructor. */
    private Optional<Initializer.Braced> members(Declaration.Variable variable, ClassType type) {
        return variable.initializer()
                .filter(initializer -> initializer instanceof Initializer.Braced && !expressions.objects().isConstructed(type))
                .map(Initializer.Braced.class::cast);
    }

    private void storeMembers(Value target, ClassType type, Initializer.Braced braced) {
        List<Declaration.Field> fields = type.record().fields();
        for (int i = 0; i < braced.items().size(); i++) {
            Initializer.Item item = braced.items().get(i);
            if (item.designators().isEmpty() && i < fields.size()) {
                store(item.value().span(), new Value.Field(target, fields.get(i).identifier()), item.value());
            } else {
                storeItems(target, new Initializer.Braced(item.value().span(), List.of(item)));
            }
        }
    }

    /** {@code int x(1);} */
    private void construct(Span span, Value target, Initializer.Constructed constructed) {
        if (constructed.arguments().size() == 1) {
            expressions.assign(span, target, expressions.value(constructed.arguments().get(0)));
        } else {
            constructed.arguments().forEach(expressions::effect);
            expressions.assign(span, target, expressions.unknown(constructed.span()));
        }
    }

    /** A reference holds the address of what it is given. */
    private void store(Declaration.Variable variable, Span span, Value target, Expression source) {
        Value value = expressions.value(source);
        boolean reference = variable.type().reference() && Place.isPlace(value);
        expressions.assign(span, target, reference ? Place.addressOf(value) : value);
        expressions.methods().deduce(variable, target, source, value);
    }

    private void store(Span span, Value target, Initializer initializer) {
        if (initializer instanceof Initializer.Single single) {
            expressions.assign(span, target, expressions.value(single.value()));
        } else if (initializer instanceof Initializer.Braced braced) {
            storeItems(target, braced);
        }
    }

    /** Items without designator count as elements, since whether the variable is an array or a struct is not known. */
    private void storeItems(Value target, Initializer.Braced braced) {
        if (isZero(braced)) {
            return;
        }
        long next = 0;
        for (Initializer.Item item : braced.items()) {
            Value place = target;
            for (Initializer.Designator designator : item.designators()) {
                place = place(place, designator);
            }
            if (item.designators().isEmpty()) {
                place = new Value.Element(target, new Value.Constant(next));
            } else if (place instanceof Value.Element element && element.base().equals(target)
                    && element.index() instanceof Value.Constant index) {
                next = index.value();
            }
            next++;
            store(item.value().span(), place, item.value());
        }
    }

    private Value place(Value base, Initializer.Designator designator) {
        if (designator instanceof Initializer.Designator.Index index) {
            return new Value.Element(base, expressions.value(index.index()));
        }
        return new Value.Field(base, ((Initializer.Designator.Field) designator).name());
    }

    /** {@code { 0 }}, which says no more than {@code {}}. */
    private static boolean isZero(Initializer.Braced braced) {
        return braced.items().size() == 1 && braced.items().get(0).designators().isEmpty()
                && braced.items().get(0).value() instanceof Initializer.Single single
                && single.value() instanceof Expression.Number number
                && number.value().filter(value -> value == 0).isPresent();
    }

    @Override
    public Boolean onPrototype(Declaration.Prototype prototype) {
        names.declareFunction(prototype.identifier());
        return true;
    }

    @Override
    public Boolean onEnumeration(Declaration.Enumeration enumeration) {
        names.declare(enumeration);
        return !enumeration.enumerators().isEmpty();
    }

    @Override
    public Boolean onTypedef(Declaration.Typedef typedef) {
        return false;
    }

    @Override
    public Boolean onRecord(Declaration.Record record) {
        return false;
    }

    @Override
    public Boolean onMacroUse(Declaration.MacroUse use) {
        return false;
    }

    /** GNU C's nested function runs when it is called, which is not followed. */
    @Override
    public Boolean onFunction(Declaration.Function function) {
        names.declareFunction(function.identifier());
        graph.add(new Node.Opaque(function.span(), "function inside a function"));
        return true;
    }

    @Override
    public Boolean onOpaque(Declaration.Opaque opaque) {
        graph.add(new Node.Opaque(opaque.span(), opaque.reason()));
        return false;
    }
}
